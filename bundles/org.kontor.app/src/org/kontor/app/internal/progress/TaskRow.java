package org.kontor.app.internal.progress;

import java.text.MessageFormat;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.model.Tasks;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.IconButton;
import org.kontor.ui.common.widget.ProgressLine;

/** One piece of work: its name, what it is doing, how far it is, and a button that stops it. */
final class TaskRow extends Composite {
    private final Messages texts;
    private final Label name;
    private final Label step;
    private final ProgressLine line;
    private final IconButton stop;

    TaskRow(Composite parent, Look look, Messages texts, Runnable cancel) {
        super(parent, SWT.NONE);
        this.texts = texts;
        setLayout(Grid.layout(2, Grid.UNIT));
        name = new Label(this, SWT.NONE);
        name.setFont(look.font(TypeStyle.STRONG));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        stop = new IconButton(this, look, 24, Icon.CLOSE, texts.progress_stop);
        stop.onActivate(cancel);
        GridDataFactory.swtDefaults().span(1, 3).align(SWT.CENTER, SWT.CENTER).applyTo(stop);
        line = new ProgressLine(this, look);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        step = Css.set(new Label(this, SWT.NONE), Css.QUIET);
        step.setFont(look.font(TypeStyle.SMALL));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(step);
    }

    void show(Tasks.Task task) {
        name.setText(task.name().replace("&", "&&"));
        stop.setName(MessageFormat.format(texts.progress_stopNamed, task.name()));
        stop.setEnabled(!task.cancelled());
        step.setText(task.cancelled() ? texts.progress_stopping : task.step().replace("&", "&&"));
        line.show(task.share(), task.name());
    }
}
