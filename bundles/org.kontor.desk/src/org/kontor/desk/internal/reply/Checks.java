package org.kontor.desk.internal.reply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.desk.Replies;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.FloodException;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.reply.Checked;
import org.kontor.api.reply.Finding;
import org.kontor.api.reply.ReplyCheck;
import org.kontor.api.reply.ReplyText;
import org.kontor.api.store.Store;
import org.kontor.desk.internal.house.Contributions;
import org.kontor.desk.internal.house.House;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Asks all checks of replies that are installed, at the same time, each through the guard. */
@Component(service = Checks.class)
public final class Checks {
    /** So many findings of one check are shown. */
    static final int SHOWN = 10;
    /** More than that is no answer but a flood. */
    static final int FLOOD = 200;

    private final Store store;
    private final Contributions contributions;
    private final List<ReplyCheck> checks = new CopyOnWriteArrayList<>();

    @Activate
    public Checks(@Reference Store store, @Reference House house) {
        this.store = store;
        contributions = house.contributions();
    }

    /** A check arrived. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(ReplyCheck check) {
        checks.add(check);
    }

    /** A check left. */
    public void remove(ReplyCheck check) {
        checks.remove(check);
    }

    Checked check(Scope scope, Replies.ReplyRequest request, Locale locale, IProgressMonitor monitor) {
        BrandId brand = request.conversation().brand();
        List<ReplyCheck> asked = checks.stream()
                .filter(check -> contributions.sees(check, brand))
                .toList();
        if (asked.isEmpty() || request.text().isBlank()) {
            return Checked.NOTHING;
        }
        Scope narrow = scope.only(Set.of(brand));
        ReplyText text = store.read(narrow, rows -> {
            Conversation conversation =
                    rows.conversation(request.conversation()).orElseThrow();
            Account account = rows.account(brand, conversation.account()).orElseThrow();
            return new ReplyText(
                    request.conversation(),
                    rows.brand(brand).orElseThrow(),
                    account.channel(),
                    request.mode(),
                    request.text());
        });
        List<Guarded<List<Finding>>> said = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Guarded<List<Finding>>>> running = new ArrayList<>();
            asked.forEach(each -> running.add(threads.submit(() -> ask(each, text, narrow, locale, monitor))));
            for (Future<Guarded<List<Finding>>> each : running) {
                said.add(each.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
        return together(said);
    }

    private Guarded<List<Finding>> ask(
            ReplyCheck check, ReplyText text, Scope scope, Locale locale, IProgressMonitor monitor) {
        // Its id is the plug-in's code as well: who does not even say that is called by its class.
        String type = check.getClass().getName();
        Guarded<String> id =
                contributions.ask(Contribution.Kind.REPLY_CHECK, type, check, monitor, (each, own) -> each.id());
        return switch (id) {
            case Guarded.Answered<String>(String name) ->
                contributions.ask(
                        Contribution.Kind.REPLY_CHECK,
                        name,
                        check,
                        monitor,
                        (each, own) -> FloodException.limit(
                                each.check(text, contributions.narrow(each, scope), locale, own), FLOOD));
            case Guarded.Failed<String>(Trouble trouble) -> new Guarded.Failed<>(trouble);
            case Guarded.Off<String>(Trouble trouble) -> new Guarded.Off<>(trouble);
        };
    }

    private static Checked together(List<Guarded<List<Finding>>> said) {
        List<Finding> findings = new ArrayList<>();
        List<Trouble> leftOut = new ArrayList<>();
        for (Guarded<List<Finding>> each : said) {
            switch (each) {
                case Guarded.Answered<List<Finding>>(List<Finding> some) ->
                    some.stream().limit(SHOWN).forEach(findings::add);
                case Guarded.Failed<List<Finding>>(Trouble trouble) -> leftOut.add(trouble);
                case Guarded.Off<List<Finding>>(Trouble trouble) -> leftOut.add(trouble);
            }
        }
        findings.sort(Comparator.comparing(Finding::level).reversed());
        return new Checked(findings, leftOut);
    }
}
