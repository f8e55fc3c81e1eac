package org.kontor.ui.plugins.internal.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.kontor.api.account.Brand;
import org.kontor.api.id.BrandId;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.ActionButton;

/** The brands with a tick each, and all or none at a click. */
final class BrandChooser extends Composite {
    private final Map<BrandId, Button> ticks = new LinkedHashMap<>();
    private final Runnable changed;

    BrandChooser(Composite parent, Desk desk, List<Brand> brands, Set<BrandId> chosen, Runnable changed) {
        super(parent, SWT.NONE);
        this.changed = changed;
        Css.set(this, Css.SURFACE);
        GridLayout columns = Grid.tight(2);
        columns.horizontalSpacing = 2 * Grid.TRIPLE;
        setLayout(columns);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(this);
        for (Brand brand : brands) {
            // A ground of ours would hide the system's, on which the mark is white.
            Button tick = new Button(this, SWT.CHECK);
            tick.setText(brand.name().replace("&", "&&"));
            tick.setFont(desk.look().font(TypeStyle.TEXT));
            tick.setSelection(chosen.contains(brand.id()));
            Names.name(tick, brand.name());
            Names.id(tick, "plugins.brand." + brand.id().value());
            GridDataFactory.swtDefaults().indent(0, Grid.HALF).applyTo(tick);
            tick.addListener(SWT.Selection, e -> changed.run());
            ticks.put(brand.id(), tick);
        }
        if (brands.size() > 1) {
            Composite both = Css.set(new Composite(this, SWT.NONE), Css.SURFACE);
            both.setLayout(Grid.tight(2));
            GridDataFactory.fillDefaults().span(2, 1).applyTo(both);
            Names.id(
                    new ActionButton(both, desk.look(), ActionButton.Kind.QUIET, desk.text("brands.all"))
                            .action(() -> tickAll(true)),
                    "plugins.brands.all");
            Names.id(
                    new ActionButton(both, desk.look(), ActionButton.Kind.QUIET, desk.text("brands.none"))
                            .action(() -> tickAll(false)),
                    "plugins.brands.none");
        }
    }

    /** The brands that are ticked. */
    Set<BrandId> chosen() {
        return ticks.entrySet().stream()
                .filter(entry -> entry.getValue().getSelection())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void tickAll(boolean on) {
        ticks.values().forEach(tick -> tick.setSelection(on));
        changed.run();
    }
}
