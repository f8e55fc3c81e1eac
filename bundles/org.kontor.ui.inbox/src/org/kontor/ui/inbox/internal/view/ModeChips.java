package org.kontor.ui.inbox.internal.view;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.widget.Chip;
import org.kontor.ui.inbox.internal.model.ModeOption;
import org.kontor.ui.inbox.internal.model.WriteMode;

/** The ways to write, one of them chosen. */
final class ModeChips extends Composite {
    private final Kit kit;
    private final List<Chip> chips = new ArrayList<>();
    private List<ModeOption> options = List.of();

    ModeChips(Composite parent, Kit kit) {
        super(parent, SWT.NONE);
        this.kit = kit;
        RowLayout row = RowLayoutFactory.fillDefaults().spacing(Grid.HALF).create();
        row.center = true;
        setLayout(row);
    }

    void show(List<ModeOption> offered, WriteMode chosen) {
        boolean others = !modes(offered).equals(modes(options));
        options = offered;
        if (others) {
            chips.forEach(Chip::dispose);
            chips.clear();
            for (ModeOption option : offered) {
                Chip chip = new Chip(this, kit.look(), true);
                Names.id(chip, "reply.mode." + option.mode().name().toLowerCase(java.util.Locale.ROOT));
                chip.onActivate(() -> kit.models().reply().mode(option.mode()));
                chips.add(chip);
            }
        }
        for (int i = 0; i < offered.size(); i++) {
            ModeOption option = offered.get(i);
            boolean on = option.mode() == chosen;
            // A sign beside the colour says which one is chosen.
            chips.get(i).show((on ? "\u25cf " : "") + kit.words().mode(option), on ? Chip.Kind.ON : Chip.Kind.PLAIN);
            chips.get(i).setEnabled(option.usable());
        }
    }

    private static List<WriteMode> modes(List<ModeOption> of) {
        return of.stream().map(ModeOption::mode).toList();
    }
}
