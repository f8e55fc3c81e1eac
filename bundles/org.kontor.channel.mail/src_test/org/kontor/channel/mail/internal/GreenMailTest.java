package org.kontor.channel.mail.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.ReplyMode;
import org.kontor.channel.mail.internal.session.Means;
import org.kontor.channel.mail.internal.wire.Reach;
import org.kontor.channel.mail.internal.wire.Timing;

/** Tests that need a server of their own, to break it. */
abstract class GreenMailTest {
    static final Timing QUICK = new Timing(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(2));

    private final GreenMailWorld world = new GreenMailWorld();
    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final List<ChannelSession> sessions = new ArrayList<>();

    @AfterEach
    void closeWorld() {
        monitor.setCanceled(true);
        sessions.forEach(ChannelSession::close);
        world.close();
    }

    final GreenMailWorld world() {
        return world;
    }

    final NullProgressMonitor monitor() {
        return monitor;
    }

    final ChannelSession session(FakeAccount account) {
        return session(account, TestReach.direct());
    }

    final ChannelSession session(FakeAccount account, Reach reach) {
        Means means = new Means(reach, QUICK, Clock.systemUTC(), SilentLog.make(), Means.MAX_MAIL);
        ChannelSession session = new MailConnector(means).open(account);
        sessions.add(session);
        return session;
    }

    final Attempt attempt(ChannelSession session, String text) {
        String target =
                "{\"to\":[{\"name\":\"Lena\",\"address\":\"" + world.customer().address()
                        + "\"}],\"subject\":\"Frage\",\"id\":\"<q@customer.example>\",\"references\":[]}";
        Outgoing reply = Outgoing.text(ReplyMode.DIRECT, target, new ExternalId("<q@customer.example>"), text);
        Instant queued = Instant.now();
        return new Attempt(session.newKey(reply, queued), reply, queued, 1);
    }
}
