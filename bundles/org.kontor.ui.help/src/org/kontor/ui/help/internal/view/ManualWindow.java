package org.kontor.ui.help.internal.view;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.widget.Banner;
import org.kontor.ui.common.widget.EmptyState;
import org.kontor.ui.common.widget.IconButton;
import org.kontor.ui.common.widget.Rule;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.common.work.Work;
import org.kontor.ui.help.internal.model.Block;
import org.kontor.ui.help.internal.model.HelpModel;
import org.kontor.ui.help.internal.model.Manual;
import org.kontor.ui.help.internal.model.Messages;
import org.kontor.ui.help.internal.model.Page;
import org.kontor.ui.help.internal.model.Span;
import org.kontor.ui.help.internal.model.Target;
import org.kontor.ui.help.internal.model.Typeset;

/**
 * The window of the manual. It is a window of its own rather than a part, so that a page stays readable beside the perspective
 * it is about, whichever perspective comes to the front, and takes no room from the work.
 */
public final class ManualWindow {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 720;

    /** Runs commands of the workbench for links that name one. */
    public interface CommandLinks {
        /** Runs a command; false if there is none or it cannot run now. */
        boolean run(String id);
    }

    private final Shell shell;
    private final Look look;
    private final Messages texts;
    private final HelpModel model;
    private final CommandLinks commands;
    private final Work.Lane lane;
    private final IconButton back;
    private final IconButton forward;
    private final Label title;
    private final Contents contents;
    private final Banner notice;
    private final Composite stack;
    private final EmptyState empty;
    private final Reader reader;
    private final Runnable off;
    private HelpModel.@Nullable Place shown;
    private @Nullable Manual shownOf;
    private int size = 100;

    /** @param beside the window of the work */
    public ManualWindow(Shell beside, Look look, Work work, HelpModel model, Messages texts, CommandLinks commands) {
        this.look = look;
        this.texts = texts;
        this.model = model;
        this.commands = commands;
        lane = work.lane(texts.text("job.pictures"), ManualWindow.class);
        shell = new Shell(beside.getDisplay(), SWT.SHELL_TRIM);
        shell.setText(texts.text("window"));
        shell.setImages(beside.getImages());
        GridLayout layout = Grid.tight(1);
        layout.verticalSpacing = 0;
        shell.setLayout(layout);
        Composite bar = Css.set(new Composite(shell, SWT.NONE), Css.CANVAS);
        bar.setLayout(Grid.layout(5, Grid.HALF));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        back = button(bar, Icon.BACK, "back", "Alt+←", model::back);
        forward = button(bar, Icon.FORWARD, "forward", "Alt+→", model::forward);
        title = Css.set(Texts.heading(bar, look, ""), Css.CANVAS);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .indent(Grid.UNIT, 0)
                .applyTo(title);
        button(bar, Icon.ZOOM_OUT, "smaller", "Ctrl+-", model::smaller);
        button(bar, Icon.ZOOM_IN, "larger", "Ctrl++", model::larger);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new Rule(shell, look));
        SashForm halves = new SashForm(shell, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        contents = new Contents(halves, look, texts, model);
        Composite right = new Composite(halves, SWT.NONE);
        right.setLayout(Grid.tight(1));
        notice = new Banner(right, look);
        stack = new Composite(right, SWT.NONE);
        StackLayout pages = new StackLayout();
        stack.setLayout(pages);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        empty = new EmptyState(stack, look);
        reader = new Reader(stack, look, texts.text("page"), this::follow);
        pages.topControl = empty;
        halves.setWeights(27, 73);
        off = model.onChange(this::refresh);
        look.onChange(shell, this::reload);
        Listener keys = this::key;
        shell.getDisplay().addFilter(SWT.KeyDown, keys);
        shell.addListener(SWT.Dispose, e -> {
            off.run();
            lane.cancel();
            shell.getDisplay().removeFilter(SWT.KeyDown, keys);
        });
        beside.addListener(SWT.Dispose, e -> shell.dispose());
        shell.setBounds(place(beside));
        empty.show(Icon.BOOK, texts.text("loading"));
        refresh();
    }

    private IconButton button(Composite bar, Icon icon, String key, String keys, Runnable action) {
        IconButton button = new IconButton(bar, look, 32, icon, texts.text(key));
        button.setName(texts.text(key), keys);
        button.onActivate(action);
        return Names.id(button, "manual." + key);
    }

    /** At the right of the work, as far as the screen allows. */
    private static Rectangle place(Shell beside) {
        Rectangle screen = beside.getMonitor().getClientArea();
        Rectangle work = beside.getBounds();
        int width = Math.min(WIDTH, screen.width);
        int height = Math.min(HEIGHT, screen.height);
        int x = Math.min(work.x + work.width - Grid.TRIPLE, screen.x + screen.width) - width;
        int y = Math.min(work.y + 3 * Grid.TRIPLE, screen.y + screen.height - height);
        return new Rectangle(Math.max(screen.x, x), Math.max(screen.y, y), width, height);
    }

    /** Brings the window to the front. */
    public void open() {
        if (shell.getMinimized()) {
            shell.setMinimized(false);
        }
        shell.open();
        shell.forceActive();
        reader.control().setFocus();
    }

    /** Whether the user closed it. */
    public boolean gone() {
        return shell.isDisposed();
    }

    /** Closes it. */
    public void close() {
        shell.dispose();
    }

    /** Says why nothing can be shown. */
    public void failed(String why, Runnable again) {
        empty.show(Icon.PROBLEM, texts.text("load.failed", why), texts.text("load.again"), again);
        top(empty);
    }

    // -- showing

    private void refresh() {
        contents.refresh();
        back.setEnabled(model.canGoBack());
        forward.setEnabled(model.canGoForward());
        if (model.notice().isEmpty()) {
            notice.hide();
        } else {
            notice.show(Banner.Kind.WARNING, model.notice());
        }
        if (size != model.size()) {
            size = model.size();
            reader.size(size);
        }
        Optional<Page> page = model.page();
        title.setText(page.map(Page::title).orElse("").replace("&", "&&"));
        page.ifPresent(this::refresh);
    }

    private void refresh(Page page) {
        HelpModel.Place before = shown;
        HelpModel.Place now = model.place().orElseThrow();
        Manual manual = model.manual().orElseThrow();
        boolean sameManual = manual == shownOf;
        if (sameManual && before != null && now.equals(before)) {
            return;
        }
        shown = now;
        shownOf = manual;
        if (sameManual && before != null && before.page().equals(now.page())) {
            scroll(page, Typeset.of(page.blocks()));
        } else {
            load(page);
        }
    }

    /** The theme has changed: there may be other pictures for it. */
    private void reload() {
        model.page().ifPresent(this::load);
    }

    private void load(Page page) {
        Manual manual = model.manual().orElseThrow();
        boolean dark = look.dark();
        lane.run(monitor -> pictures(manual, page, dark), read -> show(page, read));
    }

    private void show(Page page, Map<String, ImageData> read) {
        if (shell.isDisposed()) {
            return;
        }
        // A picture that cannot be shown leaves a sentence in its place.
        Typeset set = Typeset.of(page.blocks().stream()
                .map(block -> block instanceof Block.Picture picture && !read.containsKey(picture.path())
                        ? new Block.Note(List.of(Span.of(texts.text(
                                "picture.missing", picture.caption().isBlank() ? picture.path() : picture.caption()))))
                        : block)
                .toList());
        reader.show(set, read);
        top(reader.control());
        scroll(page, set);
    }

    private void scroll(Page page, Typeset set) {
        String anchor = model.place().map(HelpModel.Place::anchor).orElse("");
        int block = anchor.isEmpty() ? 0 : Math.max(0, page.blockOf(anchor));
        reader.top(set.starts().get(block));
        if (anchor.isEmpty() && !model.words().isEmpty()) {
            reader.find(model.words().split("\\s+")[0]);
        }
    }

    private static Map<String, ImageData> pictures(Manual manual, Page page, boolean dark) throws IOException {
        Map<String, ImageData> read = new HashMap<>();
        for (Block block : page.blocks()) {
            if (block instanceof Block.Picture picture) {
                manual.picture(page, picture.path(), dark)
                        .flatMap(ManualWindow::decode)
                        .ifPresent(data -> read.put(picture.path(), data));
            }
        }
        return read;
    }

    private static Optional<ImageData> decode(byte[] bytes) {
        try {
            return Optional.of(new ImageData(new ByteArrayInputStream(bytes)));
        } catch (SWTException broken) {
            return Optional.empty();
        }
    }

    private void top(Control wanted) {
        if (stack.getLayout() instanceof StackLayout pages) {
            boolean had = shell.getDisplay().getActiveShell() == shell;
            pages.topControl = wanted;
            stack.layout();
            if (had && wanted == reader.control() && !(shell.getDisplay().getFocusControl() instanceof Text)) {
                wanted.setFocus();
            }
        }
    }

    // -- doing

    private void follow(String link) {
        switch (model.follow(link)) {
            case Target.ToWeb web -> {
                if (!Program.launch(web.address())) {
                    model.failed(web.address());
                }
            }
            case Target.ToCommand command -> {
                if (!commands.run(command.command())) {
                    model.failed(command.command());
                }
            }
            case Target.ToPage page -> {}
            case Target.Nowhere nowhere -> {}
        }
    }

    /** The window's own keys, wherever in it the focus is. */
    private void key(Event event) {
        if (!(event.widget instanceof Control control) || control.getShell() != shell) {
            return;
        }
        Runnable action = action(event);
        if (action != null) {
            event.type = SWT.None;
            event.doit = false;
            action.run();
        }
    }

    private @Nullable Runnable action(Event event) {
        int modifiers = event.stateMask & SWT.MODIFIER_MASK;
        boolean command = modifiers == SWT.MOD1 || modifiers == (SWT.MOD1 | SWT.SHIFT);
        return switch (event.keyCode) {
            case SWT.ARROW_LEFT -> modifiers == SWT.ALT ? model::back : null;
            case SWT.ARROW_RIGHT -> modifiers == SWT.ALT ? model::forward : null;
            case '+', '=', SWT.KEYPAD_ADD -> command ? model::larger : null;
            case '-', SWT.KEYPAD_SUBTRACT -> command ? model::smaller : null;
            case '0', SWT.KEYPAD_0 -> command ? () -> model.size(100) : null;
            case 'f' -> command ? contents::search : null;
            case SWT.ESC -> this::escape;
            default -> null;
        };
    }

    private void escape() {
        if (!contents.clear()) {
            shell.close();
        }
    }
}
