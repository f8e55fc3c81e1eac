package org.kontor.app.internal.window;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.app.internal.Messages;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.format.Keys;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.widget.IconButton;
import org.kontor.ui.common.widget.Rule;
import org.osgi.service.event.Event;

/** The bar along the left edge: a button for every perspective that bundles have brought. */
public final class Switcher {
    private static final int EDGE = 40;

    private final Look look;
    private final Messages texts;
    private final MApplication application;
    private final EModelService models;
    private final EPartService parts;
    private final List<IconButton> buttons = new ArrayList<>();
    private @Nullable Composite column;

    @Inject
    Switcher(
            Look look,
            @Translation Messages texts,
            MApplication application,
            EModelService models,
            EPartService parts) {
        this.look = look;
        this.texts = texts;
        this.application = application;
        this.models = models;
        this.parts = parts;
    }

    @PostConstruct
    void create(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        BarLayout.install(bar, false);
        bar.setLayout(
                GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).create());
        Composite buttonColumn = new Composite(bar, SWT.NONE);
        buttonColumn.setLayout(
                GridLayoutFactory.fillDefaults().margins(6, 10).spacing(0, 6).create());
        GridDataFactory.fillDefaults()
                .grab(false, true)
                .hint(EDGE + 12, SWT.DEFAULT)
                .applyTo(buttonColumn);
        Rule rule = new Rule(bar, look);
        GridDataFactory.fillDefaults().grab(false, true).applyTo(rule);
        column = buttonColumn;
        Names.name(buttonColumn, texts.switcher_name);
        fill();
    }

    @Inject
    @Optional
    void perspectivesChanged(@UIEventTopic(UIEvents.ElementContainer.TOPIC_CHILDREN) Event event) {
        if (event.getProperty(UIEvents.EventTags.ELEMENT) instanceof MPerspectiveStack) {
            fill();
        }
    }

    @Inject
    @Optional
    void perspectiveSelected(@UIEventTopic(UIEvents.ElementContainer.TOPIC_SELECTEDELEMENT) Event event) {
        if (event.getProperty(UIEvents.EventTags.ELEMENT) instanceof MPerspectiveStack) {
            mark();
        }
    }

    private void fill() {
        Composite parent = column;
        if (parent == null || parent.isDisposed()) {
            return;
        }
        buttons.forEach(IconButton::dispose);
        buttons.clear();
        int number = 0;
        for (MPerspective perspective : Perspectives.of(application, models)) {
            number++;
            String name = perspective.getLocalizedLabel();
            IconButton button = button(parent, perspective, name == null ? "" : name);
            if (number <= 9) {
                button.setName(
                        name == null ? "" : name, Keys.of(Locale.getDefault()).text("M1+" + number));
            }
            button.onActivate(() -> parts.switchPerspective(perspective));
            Names.id(button, "switcher." + perspective.getElementId());
            buttons.add(button);
        }
        mark();
        parent.requestLayout();
    }

    private IconButton button(Composite parent, MPerspective perspective, String name) {
        String icon = perspective.getIconURI();
        return icon == null || icon.isBlank()
                ? new IconButton(parent, look, EDGE, Icon.LIST, name)
                : new IconButton(parent, look, EDGE, URI.create(icon), name);
    }

    private void mark() {
        List<MPerspectiveStack> stacks =
                models.findElements(application, Anchors.PERSPECTIVES, MPerspectiveStack.class);
        List<MPerspective> all = Perspectives.of(application, models);
        for (int index = 0; index < Math.min(all.size(), buttons.size()); index++) {
            MPerspective perspective = all.get(index);
            buttons.get(index).setChosen(stacks.stream().anyMatch(stack -> stack.getSelectedElement() == perspective));
        }
    }
}
