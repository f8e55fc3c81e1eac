package org.kontor.runner.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.Sent;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Dispatch;
import org.kontor.api.desk.Intake;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.id.UserId;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.runner.Pace;
import org.kontor.api.store.Store;
import org.kontor.api.store.StoreException;
import org.osgi.service.log.Logger;

class SenderTest {
    private static final Account ACCOUNT = new Account(
            new AccountId(2),
            new BrandId(1),
            new ChannelType("mail"),
            "hilfe@nordwind.example",
            Map.of(),
            Instant.EPOCH,
            true);
    private static final Attempt ATTEMPT = new Attempt(
            "key", Outgoing.text(ReplyMode.DIRECT, "target", new ExternalId("m1"), "Ja."), Instant.EPOCH, 1);
    private static final OutboxEntry ENTRY = new OutboxEntry(
            new OutboxId(5),
            ACCOUNT.brand(),
            ACCOUNT.id(),
            new ConversationId(3),
            new MessageId(4),
            new UserId(1),
            "key",
            ATTEMPT.reply(),
            OutboxState.SENDING,
            1,
            0,
            null,
            null,
            null,
            Instant.EPOCH,
            Instant.EPOCH,
            null);

    private final List<String> deeds = new CopyOnWriteArrayList<>();
    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final Signal signal = new Signal();

    /** Each step fails once, with what a full disk or a bundle that is still starting throws. */
    @Test
    @Timeout(60)
    void nothingThatGoesWrongEndsTheLoopOrLeavesAReplyInTheStateOfBeingSent() {
        Services services = new Services(
                Only.of(Store.class, Map.of("read", arguments -> List.of())),
                new NoGrants(),
                Only.of(Connectors.class, Map.of()),
                Only.of(Intake.class, Map.of("process", arguments -> 0)),
                new Disk(),
                InstantSource.system(),
                new Random(1),
                Pace.USUAL,
                Only.of(Logger.class, Map.of()));
        ChannelSession session = Only.of(
                ChannelSession.class,
                Map.of(
                        "send",
                        arguments -> new Sent.Accepted(new ExternalId("s"), Instant.EPOCH, Optional.empty()),
                        "find",
                        arguments -> find()));
        StatusBook status = new StatusBook(services.store(), services.grants(), ACCOUNT, services.clock());

        new Sender(services, ACCOUNT, session, status, signal, monitor).run();

        assertThat(deeds)
                .containsExactly(
                        "recover fails",
                        "recover",
                        "send",
                        "sent fails",
                        "recover",
                        "read back",
                        "found Failed",
                        "read back",
                        "found Present");
    }

    private Found find() {
        if (deeds.stream().filter("read back"::equals).count() == 1) {
            throw new NoClassDefFoundError("its bundle is still starting");
        }
        return new Found.Present(new ExternalId("s"), Instant.EPOCH, Optional.empty());
    }

    private RuntimeException full(String what) {
        deeds.add(what);
        signal.call();
        return new StoreException(StoreException.Kind.OTHER, "the disk is full", null);
    }

    /** Scopes that hold nothing. */
    private static final class NoGrants extends Grants {
        @Override
        public Scope current() {
            return system();
        }

        @Override
        public Scope system(BrandId brand) {
            return system();
        }

        @Override
        public Scope system() {
            return newScope(User.SYSTEM, true, Map.of());
        }
    }

    /** An outbox of one reply. */
    private final class Disk implements Dispatch {
        @Override
        public void recover(Account account) {
            if (deeds.isEmpty()) {
                throw full("recover fails");
            }
            deeds.add("recover");
        }

        @Override
        public Optional<Task> next(Account account) {
            if (!deeds.contains("send")) {
                deeds.add("send");
                return Optional.of(new Task.Send(ENTRY, ATTEMPT));
            }
            if (deeds.getLast().equals("found Present")) {
                monitor.setCanceled(true);
                signal.call();
                return Optional.empty();
            }
            deeds.add("read back");
            return Optional.of(new Task.ReadBack(ENTRY, ATTEMPT));
        }

        @Override
        public Optional<Instant> nextDue(Account account) {
            return Optional.empty();
        }

        @Override
        public void sent(Account account, Task.Send task, Sent outcome) {
            throw full("sent fails");
        }

        @Override
        public void found(Account account, Task.ReadBack task, Found outcome) {
            deeds.add("found " + outcome.getClass().getSimpleName());
        }
    }
}
