package org.kontor.ui.help.internal.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is read.
 *
 * @param folder where it lies in its bundle, such as {@code help/de/}; pictures are found from there
 * @param order place in the contents; smaller stands higher
 * @param perspective the element id of the perspective that it is about; null for a general page
 * @param blocks from top to bottom; the title is the first
 */
public record Page(
        PageId id, String folder, int order, @Nullable String perspective, String title, List<Block> blocks) {
    /** A page without a place of its own comes after those that have one. */
    static final int LAST = 10_000;

    public Page {
        blocks = List.copyOf(blocks);
    }

    /** Its first sentence, for the contents. */
    public String summary() {
        return blocks.stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(Block::text)
                .findFirst()
                .map(text -> text.replaceFirst("(?<=[.!?])\\s.*", ""))
                .orElse("");
    }

    /** All that is read, for searching. */
    String text() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    }

    /** The heading that {@code anchor} means, counted among the blocks; -1 if there is none. */
    public int blockOf(String anchor) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading
                    && anchor(heading.text()).equals(anchor)) {
                return i;
            }
        }
        return -1;
    }

    /** How a link names a heading: in small letters, with hyphens for blanks, without other signs. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .strip()
                .replace(' ', '-');
    }
}
