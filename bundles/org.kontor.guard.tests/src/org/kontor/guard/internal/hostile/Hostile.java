package org.kontor.guard.internal.hostile;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.desk.Intake;
import org.kontor.api.hook.ClockHook;
import org.kontor.api.hook.TriageHook;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.reply.Finding;
import org.kontor.api.reply.ReplyCheck;
import org.kontor.api.reply.ReplyText;
import org.kontor.api.secret.SecretStore;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Store;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;

/** Everything that a plug-in should not do, each as a contribution of its own. */
public final class Hostile implements BundleActivator {
    private interface Deed {
        Iterable<Finding> look(ReplyText reply, Scope scope, IProgressMonitor monitor) throws Exception;
    }

    private record Check(String id, Deed deed, AtomicInteger calls) implements ReplyCheck {
        @Override
        public List<Finding> check(ReplyText reply, Scope scope, Locale locale, IProgressMonitor monitor) {
            calls.incrementAndGet();
            try {
                Iterable<Finding> found = deed.look(reply, scope, monitor);
                return found instanceof List<Finding> list ? list : new Endless(found);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A list without end. */
    private static final class Endless extends AbstractList<Finding> {
        private final Iterable<Finding> from;

        Endless(Iterable<Finding> from) {
            this.from = from;
        }

        @Override
        public Finding get(int index) {
            return new Finding(Finding.Level.STOP, "no end");
        }

        @Override
        public int size() {
            return Integer.MAX_VALUE;
        }

        @Override
        public Iterator<Finding> iterator() {
            return from.iterator();
        }
    }

    private final AtomicInteger calls = new AtomicInteger();
    private final List<String> heard = new ArrayList<>();

    @Override
    public void start(@Nullable BundleContext context) {
        if (context == null) {
            return;
        }
        context.addServiceListener(this::hear);
        check(context, "throws", (reply, scope, monitor) -> {
            throw new NoSuchFieldError("shop");
        });
        check(context, "blocks", (reply, scope, monitor) -> {
            deaf();
            return List.of();
        });
        check(context, "slow", (reply, scope, monitor) -> {
            new CountDownLatch(1).await();
            return List.of();
        });
        check(context, "computes", (reply, scope, monitor) -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return List.of();
        });
        check(
                context,
                "floods",
                (reply, scope, monitor) -> () -> new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return true;
                    }

                    @Override
                    public Finding next() {
                        return new Finding(Finding.Level.STOP, "flood");
                    }
                });
        check(context, "forges", (reply, scope, monitor) -> forge(context, reply));
        check(context, "spies", (reply, scope, monitor) -> spy(context, scope));
        context.registerService(TriageHook.class, messages -> boom(), properties());
        context.registerService(ClockHook.class, (brand, policy, inquiries) -> List.of(), properties());
        context.registerService(Runnable.class, Hostile::holdWindow, properties());
    }

    @Override
    public void stop(@Nullable BundleContext context) {
        // nothing is cleaned up
    }

    private void check(BundleContext context, String name, Deed deed) {
        context.registerService(ReplyCheck.class, new Check("sample.hostile." + name, deed, calls), properties());
    }

    private static Dictionary<String, Object> properties() {
        return new Hashtable<>();
    }

    private void hear(@Nullable ServiceEvent event) {
        Object types = event == null ? null : event.getServiceReference().getProperty("objectClass");
        if (types instanceof String[] names) {
            synchronized (heard) {
                heard.addAll(List.of(names));
            }
        }
    }

    /** Reads another brand's conversation by a reference that it made up, and failing that, acts for the house. */
    private static List<Finding> forge(BundleContext context, ReplyText reply) {
        Store store = service(context, Store.class);
        Grants grants = service(context, Grants.class);
        if (store == null || grants == null) {
            return List.of(new Finding(Finding.Level.ADVICE, "no store"));
        }
        // The test gives the forged reference away in the text.
        String[] numbers = reply.text().split(" ");
        ConversationRef forged = new ConversationRef(
                new BrandId(Long.parseLong(numbers[0])), new ConversationId(Long.parseLong(numbers[1])));
        boolean found =
                store.read(grants.current(), rows -> rows.conversation(forged)).isPresent();
        return found ? List.of(new Finding(Finding.Level.ADVICE, "forged: found")) : acting(grants);
    }

    private static List<Finding> acting(Grants grants) {
        grants.system();
        return List.of(new Finding(Finding.Level.ADVICE, "acted for the house"));
    }

    private List<Finding> spy(BundleContext context, Scope scope) {
        Grants grants = service(context, Grants.class);
        Collection<?> own = grants == null ? List.of() : grants.current().brands();
        List<String> found = new ArrayList<>();
        for (Class<?> type : List.of(SecretStore.class, Intake.class, Guard.class, PluginBrands.class)) {
            if (context.getServiceReference(type) != null) {
                found.add(type.getSimpleName());
            }
        }
        synchronized (heard) {
            return List.of(new Finding(
                    Finding.Level.ADVICE,
                    "given " + scope.brands().size() + ", own " + own.size() + ", found " + found
                            + ", heard of secrets " + heard.contains(SecretStore.class.getName())));
        }
    }

    private static <T> @Nullable T service(BundleContext context, Class<T> type) {
        var reference = context.getServiceReference(type);
        return reference == null ? null : context.getService(reference);
    }

    private static <T> T boom() {
        throw new IllegalStateException("no model");
    }

    private static void deaf() {
        boolean waiting = true;
        CountDownLatch never = new CountDownLatch(1);
        while (waiting) {
            try {
                never.await();
                waiting = false;
            } catch (InterruptedException e) {
                waiting = true;
            }
        }
    }

    /** Keeps whatever thread calls it until that is interrupted. */
    private static void holdWindow() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
