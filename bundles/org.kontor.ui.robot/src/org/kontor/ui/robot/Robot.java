package org.kontor.ui.robot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;
import org.jspecify.annotations.Nullable;

/**
 * A person at the window: looks for widgets, clicks, types, waits for what should come, takes pictures. Everything it does
 * goes through the window system as real key and mouse events ({@link Display#post}). It works on a thread of its own while
 * the UI thread loops, and refuses to work on the UI thread. Every wait has a limit; what does not come in time is a
 * {@link RobotException} that tells what was on the screen instead.
 *
 * <p>The window needs a window manager (a bare X server gives no window the focus) and must not be covered.
 *
 * <pre>{@code
 * Robot.play(display, robot -> {
 *     robot.find(By.id("inbox.list")).clickRow(0);
 *     robot.find(By.name("Reply")).type("Hallo!").press("Ctrl+Enter");
 *     robot.find(By.textWith("Sent"));
 *     robot.shot(Path.of("sent.png"));
 * });
 * }</pre>
 *
 * @since 0.1
 */
public final class Robot {
    /** The longest that a person would wait for anything in a window. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final Ui ui;
    private final Posting posting;
    private final Duration limit;

    /** A robot at the windows of {@code display} that waits up to 15 seconds for what should come. */
    public Robot(Display display) {
        this(new Ui(display), LIMIT);
    }

    private Robot(Ui ui, Duration limit) {
        this.ui = ui;
        this.limit = limit;
        this.posting = new Posting(ui, limit);
    }

    /** What a robot does on its thread. */
    public interface Script {
        /** Runs on the robot's thread; whatever it throws ends the play. */
        void run(Robot robot) throws Exception;
    }

    /**
     * Starts a script on a thread of its own and returns at once; the caller's UI loop goes on.
     *
     * @return completes when the script has ended, with its failure if it failed
     */
    public static CompletableFuture<@Nullable Void> start(Display display, Script script) {
        CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
        Thread.ofPlatform().name("robot").daemon().start(() -> {
            try {
                script.run(new Robot(display));
                end.complete(null);
            } catch (Throwable e) {
                end.completeExceptionally(e);
            } finally {
                if (!display.isDisposed()) {
                    display.wake();
                }
            }
        });
        return end;
    }

    /**
     * Runs a script on a thread of its own and loops the UI meanwhile. For tests; called on the UI thread.
     *
     * @throws AssertionError if the script fails, with its failure as the cause
     */
    public static void play(Display display, Script script) {
        CompletableFuture<@Nullable Void> end = start(display, script);
        while (!end.isDone()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        if (end.isCompletedExceptionally()) {
            Throwable failure = end.exceptionNow();
            throw new AssertionError(failure.getMessage(), failure);
        }
    }

    /** The same robot with another limit for every wait. */
    public Robot within(Duration newLimit) {
        return new Robot(ui, newLimit);
    }

    // -- finding

    /** The first visible widget that {@code by} means; waits until there is one. */
    public Found find(By by) {
        return new Found(this, by, await(by.toString(), () -> first(by)));
    }

    /** The first visible widget that {@code by} means, if there is one now. */
    public Optional<Found> look(By by) {
        return all(by).stream().findFirst();
    }

    /** All visible widgets that {@code by} means now, as they stand on the screen. */
    public List<Found> all(By by) {
        return ask(() -> Widgets.visible(ui.display()).stream()
                .filter(w -> matches(by, w))
                .map(w -> new Found(this, by, w))
                .toList());
    }

    /** Waits until no visible widget is meant by {@code by}. */
    public void gone(By by) {
        until("no " + by, () -> first(by) == null);
    }

    /**
     * The controls that a screen reader could not announce, in the window that is in front: reachable, but without a name.
     * One line each; empty when all is well.
     */
    public List<String> nameless() {
        return ask(() -> Widgets.visible(ui.display()).stream()
                .filter(w -> w instanceof Control control && Names.needsName(control))
                .filter(w -> Names.orEmpty(w).isBlank())
                .map(w -> Widgets.print(w) + " in " + path((Control) w))
                .toList());
    }

    /**
     * What is cut off in the windows in sight: widgets too small for their words, or reaching out of their place. One line
     * each; empty when all is well. A widget that shortens its words by itself, with an ellipsis, carries the data
     * {@code org.kontor.shortens}. What is painted into rows is not seen.
     */
    public List<String> clipped() {
        return ask(() -> Clipping.of(ui.display()));
    }

    // -- waiting

    /** Waits until {@code condition}, asked on the UI thread, holds. */
    public void until(String what, BooleanSupplier condition) {
        await(what, () -> condition.getAsBoolean() ? Boolean.TRUE : null);
    }

    /** Waits until {@code probe}, asked on the UI thread, has an answer other than null. */
    public <T> T await(String what, Supplier<@Nullable T> probe) {
        @Nullable T answer = ui.poll(probe, limit);
        if (answer == null) {
            throw new RobotException(
                    "waited " + limit.toMillis() + " ms in vain for " + what + "; on the screen:\n" + screen(), null);
        }
        return answer;
    }

    /** Asks on the UI thread. */
    public <T> T ask(Supplier<T> question) {
        return ui.call(question, limit);
    }

    /** Waits until what was posted so far has been handled. */
    public void settle() {
        posting.settle();
    }

    /** Does something on the UI thread that a person does outside the window, such as ending the play. */
    public void run(Runnable work) {
        ui.run(work, limit);
    }

    // -- keys

    /** Presses a key, written as people do: {@code Enter}, {@code Ctrl+Shift+K}, {@code M1+S}, {@code F10}. */
    public void press(String key) {
        posting.press(Keys.of(key));
    }

    /**
     * Types a text into what has the keyboard. A sign that the keyboard has no key for is pasted, as from a character
     * picker; the clipboard gets back the text it had.
     */
    public void type(String text) {
        posting.type(text);
    }

    /**
     * Walks through menus by the keyboard, from the menu bar: {@code menu("File", "New brand and account…")}.
     *
     * @param path the texts, without mnemonic signs and keys
     */
    public void menu(String... path) {
        Menus.choose(this, Stream.of(path).map(By::text).toList());
    }

    /** Walks through the context menu that is open now. */
    public void contextMenu(String... path) {
        Menus.chooseInOpen(this, Stream.of(path).map(By::text).toList());
    }

    /** Goes by the keyboard to an item of the context menu that is open now, and chooses it. */
    public void contextMenu(By item) {
        Menus.chooseInOpen(this, List.of(item));
    }

    // -- pictures

    /** Takes a picture of the window in front, in the screen's full resolution. */
    public void shot(Path file) {
        settle();
        Shots.shell(this, file);
    }

    /** Takes a picture of the whole screen. */
    public void screenShot(Path file) {
        settle();
        Shots.display(this, file);
    }

    /** Everything visible, one widget a line, indented; for error messages and for writing scripts. */
    public String screen() {
        return ask(() -> Widgets.visible(ui.display()).stream()
                .map(w -> "  ".repeat(depth(w)) + Widgets.print(w))
                .collect(Collectors.joining("\n")));
    }

    // -- for the other classes here

    Display display() {
        return ui.display();
    }

    void move(Point to) {
        posting.move(to);
    }

    void click(Point at, int button, int times) {
        posting.click(at, button, times);
    }

    private @Nullable Widget first(By by) {
        return Widgets.visible(ui.display()).stream()
                .filter(w -> matches(by, w))
                .findFirst()
                .orElse(null);
    }

    private boolean matches(By by, Widget widget) {
        if (!by.match().test(widget)) {
            return false;
        }
        By outer = by.within();
        return outer == null
                || Widgets.visible(ui.display()).stream()
                        .anyMatch(w -> w != widget && matches(outer, w) && Places.isIn(widget, w));
    }

    private static int depth(Widget widget) {
        int depth = 0;
        if (widget instanceof Control control) {
            for (Composite parent = control.getParent(); parent != null; parent = parent.getParent()) {
                depth++;
            }
        }
        return depth;
    }

    private static String path(Control control) {
        StringBuilder path = new StringBuilder();
        for (Composite parent = control.getParent(); parent != null; parent = parent.getParent()) {
            String id = Widgets.id(parent);
            path.insert(0, (id == null ? parent.getClass().getSimpleName() : id) + "/");
        }
        return path.toString();
    }
}
