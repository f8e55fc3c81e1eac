package org.kontor.app.internal.window;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.internal.workbench.swt.E4Application;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.app.internal.launch.LifeCycle;
import org.kontor.ui.robot.Components;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Opens the product's own window in this process and closes it again. */
public final class ProductWindow implements AutoCloseable {
    private static final long PATIENCE_S = 90;
    /** Where the renderer keeps a widget's element of the model. */
    private static final String OWNER = "modelElement";

    private final E4Application application = new E4Application();
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
    private final Thread thread;

    private ProductWindow(String... words) {
        Components.start(FrameworkUtil.getBundle(ProductWindow.class).getBundleContext());
        thread = new Thread(() -> run(words), "main");
        thread.start();
    }

    /** Opens the window and waits until it stands. */
    public static ProductWindow open(String... words) {
        ProductWindow opened = new ProductWindow(words);
        Awaitility.await("the window")
                .atMost(PATIENCE_S, TimeUnit.SECONDS)
                .until(() -> opened.fault.get() != null || opened.stands());
        Throwable why = opened.fault.get();
        if (why != null) {
            throw new AssertionError("the window does not open", why);
        }
        return opened;
    }

    /** Asks something on the UI thread. */
    public <T> T ask(Callable<T> question) {
        AtomicReference<@Nullable T> answer = new AtomicReference<>();
        AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
        Display display = display();
        if (display == null) {
            throw new AssertionError("the window is gone", fault.get());
        }
        display.syncExec(() -> {
            try {
                answer.set(question.call());
            } catch (Exception e) {
                failed.set(e);
            }
        });
        Exception why = failed.get();
        if (why instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        T given = answer.get();
        if (why != null || given == null) {
            throw new AssertionError("no answer", why);
        }
        return given;
    }

    /** Does something on the UI thread. */
    public void tell(Runnable deed) {
        ask(() -> {
            deed.run();
            return Boolean.TRUE;
        });
    }

    /** The window itself; for the UI thread. */
    public Shell window() {
        for (Shell shell : Display.getCurrent().getShells()) {
            if (shell.getData(OWNER) instanceof MWindow && shell.getText().equals("Kontor")) {
                return shell;
            }
        }
        throw new AssertionError("there is no window");
    }

    @Override
    public void close() throws InterruptedException {
        // The renderer takes widgets apart: that belongs to their thread, or the lock of the data folder stays taken.
        Display display = display();
        if (display != null) {
            display.asyncExec(application::stop);
        }
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_S));
        if (thread.isAlive()) {
            throw new AssertionError("the window does not close");
        }
    }

    private @Nullable Display display() {
        Display display = Display.findDisplay(thread);
        return display == null || display.isDisposed() ? null : display;
    }

    private boolean stands() {
        Display display = display();
        if (display == null) {
            return false;
        }
        AtomicReference<Boolean> there = new AtomicReference<>(false);
        display.syncExec(() -> {
            for (Shell shell : display.getShells()) {
                boolean ours = shell.getData(OWNER) instanceof MWindow;
                // The smallest size is set when everything stands.
                there.set(there.get() || ours && shell.isVisible() && shell.getMinimumSize().x > 1000);
            }
        });
        return there.get();
    }

    private void run(String... words) {
        try {
            application.start(new Context(words));
        } catch (Exception | Error e) {
            fault.set(e);
        }
    }

    /** What the launcher would tell: the words of the command line and the product's properties. */
    private static final class Context implements IApplicationContext {
        private final String[] words;
        private final Map<String, String> properties = new HashMap<>();

        Context(String... words) {
            this.words = words.clone();
            for (IConfigurationElement product :
                    Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.core.runtime.products")) {
                if (product.getContributor().getName().equals("org.kontor.app")) {
                    for (IConfigurationElement property : product.getChildren("property")) {
                        properties.put(property.getAttribute("name"), property.getAttribute("value"));
                    }
                }
            }
        }

        @Override
        public Map<String, Object> getArguments() {
            return new HashMap<>(Map.of(APPLICATION_ARGS, words));
        }

        @Override
        public void applicationRunning() {
            // There is no splash to take away.
        }

        @Override
        public String getBrandingApplication() {
            return "org.eclipse.e4.ui.workbench.swt.E4Application";
        }

        @Override
        public String getBrandingName() {
            return "Kontor";
        }

        @Override
        public String getBrandingDescription() {
            return "";
        }

        @Override
        public String getBrandingId() {
            return "org.kontor.app.product";
        }

        @Override
        public @Nullable String getBrandingProperty(@Nullable String key) {
            return properties.get(key);
        }

        @Override
        public Bundle getBrandingBundle() {
            return FrameworkUtil.getBundle(LifeCycle.class);
        }

        @Override
        public void setResult(@Nullable Object result, @Nullable IApplication of) {
            // Nobody waits for it.
        }
    }
}
