package org.kontor.ui.inbox.internal.view;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.kontor.api.conversation.MessageVersion;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Sheet;
import org.kontor.ui.inbox.internal.text.WordDiff;

/** Shows how a message changed, from its first version to the one that stands. */
final class VersionsSheet extends Sheet {
    private final Kit kit;
    private final List<MessageVersion> versions;

    VersionsSheet(Shell parent, Kit kit, List<MessageVersion> versions) {
        super(parent, kit.look(), kit.texts().versions_title, kit.texts().versions_sentence);
        this.kit = kit;
        this.versions = versions;
    }

    @Override
    protected Point size() {
        return new Point(640, 460);
    }

    @Override
    protected void fill(Composite parent) {
        StyledText text = new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        text.setFont(look().font(TypeStyle.TEXT));
        text.setLineSpacing(3);
        Names.name(Names.id(text, "versions.text"), kit.texts().versions_name);
        GridDataFactory.fillDefaults().grab(true, true).hint(560, 260).applyTo(text);
        StringBuilder words = new StringBuilder();
        List<StyleRange> ranges = new ArrayList<>();
        MessageVersion before = null;
        for (MessageVersion version : versions) {
            heading(version, words, ranges);
            if (before == null) {
                words.append(version.text());
            } else {
                changes(before, version, words, ranges);
            }
            words.append("\n\n");
            before = version;
        }
        text.setText(words.toString());
        text.setStyleRanges(ranges.toArray(StyleRange[]::new));
    }

    private void heading(MessageVersion version, StringBuilder words, List<StyleRange> ranges) {
        String seen = kit.words().times().exact(version.seenAt());
        String line = version.number() == 1
                ? kit.words().fill(kit.texts().versions_first, seen)
                : kit.words()
                        .fill(kit.texts().versions_later, kit.words().numbers().count(version.number()), seen);
        StyleRange range = new StyleRange();
        range.start = words.length();
        range.length = line.length();
        range.font = look().font(TypeStyle.SMALL_STRONG);
        range.foreground = look().color(Token.TEXT_QUIET);
        ranges.add(range);
        words.append(line).append('\n');
    }

    private void changes(MessageVersion before, MessageVersion after, StringBuilder words, List<StyleRange> ranges) {
        for (WordDiff.Piece piece : WordDiff.between(before.text(), after.text())) {
            if (piece.kind() != WordDiff.Kind.SAME) {
                StyleRange range = new StyleRange();
                range.start = words.length();
                range.length = piece.text().length();
                boolean added = piece.kind() == WordDiff.Kind.ADDED;
                // Never colour alone: a line through or below says it too.
                range.underline = added;
                range.strikeout = !added;
                range.foreground = look().color(added ? Token.OK : Token.OVER);
                ranges.add(range);
            }
            words.append(piece.text());
        }
    }
}
