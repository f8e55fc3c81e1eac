package org.kontor.desk.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.Author;
import org.kontor.api.channel.Capabilities;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Health;
import org.kontor.api.channel.Idempotency;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Received;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.Sent;
import org.kontor.api.channel.SettingSpec;
import org.kontor.api.channel.TextLimit;
import org.kontor.api.channel.ThreadRef;
import org.kontor.api.channel.Visibility;
import org.kontor.api.text.TextUnit;

/** A channel whose events mean what the test says. */
public final class ScriptedChannel implements ChannelConnector {
    public static final ChannelType TYPE = new ChannelType("scripted");
    /** An event whose normalisation throws. */
    public static final String POISON = "poison";

    private final Map<String, List<Normalised>> meanings = new HashMap<>();
    private final Deque<Sent> sends = new ArrayDeque<>();
    private int keys;

    /** An event that means {@code meanings}; the payload tells it from others with the same id. */
    public RawEvent event(String id, Origin origin, Normalised... what) {
        String payload = id + "#" + meanings.size();
        meanings.put(payload, List.of(what));
        return new RawEvent(new ExternalId(id), origin, "text/plain", payload.getBytes(StandardCharsets.UTF_8));
    }

    /** A customer's message. */
    public RawEvent asks(String id, @Nullable String root, String text, Instant at) {
        return event("e-" + id + "-" + text.hashCode(), Origin.RECEIVED, item(id, root, Direction.INBOUND, text, at));
    }

    /** The brand's message, written elsewhere or the echo of ours. */
    public RawEvent answers(String id, String root, String text, Instant at) {
        return event("e-" + id, Origin.RECEIVED, item(id, root, Direction.OUTBOUND, text, at));
    }

    /** An item of a public thread. */
    public static Normalised.Item item(String id, @Nullable String root, Direction direction, String text, Instant at) {
        ExternalId rootId = root == null ? null : new ExternalId(root);
        return new Normalised.Item(
                new ExternalId(id),
                null,
                direction,
                rootId == null ? ThreadRef.NONE : new ThreadRef(rootId, List.of(rootId)),
                new Author(new ExternalId("did:lena"), "@lena.example", "Lena", null),
                null,
                text,
                null,
                at,
                Visibility.PUBLIC,
                false,
                List.of(),
                null,
                "target-" + id);
    }

    /** The same item at another place. */
    public static Normalised.Item in(ThreadRef thread, Normalised.Item item) {
        return new Normalised.Item(
                item.id(),
                item.version(),
                item.direction(),
                thread,
                item.author(),
                item.subject(),
                item.text(),
                item.html(),
                item.publishedAt(),
                item.visibility(),
                item.automatic(),
                item.attachments(),
                item.permalink(),
                item.replyTarget());
    }

    @Override
    public ChannelType type() {
        return TYPE;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                Map.of(ReplyMode.PUBLIC, List.of(new TextLimit(TextUnit.GRAPHEMES, 300))),
                null,
                Set.of(),
                false,
                Capabilities.AttachmentRule.NONE,
                null,
                Idempotency.CHOSEN_ID,
                Duration.ofMillis(50));
    }

    @Override
    public List<SettingSpec> settings() {
        return List.of(
                SettingSpec.of("host", SettingSpec.Kind.HOST, true, ""),
                SettingSpec.of("port", SettingSpec.Kind.PORT, true, "443"),
                SettingSpec.of("password", SettingSpec.Kind.SECRET, true, ""));
    }

    @Override
    public String text(String key, Locale locale) {
        return key;
    }

    @Override
    public List<Normalised> normalise(AccountContext account, RawEvent event) {
        String payload = new String(event.payload(), StandardCharsets.UTF_8);
        if (payload.startsWith(POISON)) {
            throw new IllegalStateException("poison");
        }
        return meanings(event);
    }

    /** What the script says of an event. */
    public List<Normalised> meanings(RawEvent event) {
        return meanings.getOrDefault(
                new String(event.payload(), StandardCharsets.UTF_8),
                List.of(new Normalised.Unreadable("not scripted")));
    }

    @Override
    public boolean sentUnder(String key, ExternalId id) {
        return id.value().equals("at://" + key);
    }

    @Override
    public ChannelSession open(AccountContext account) {
        return new Session(account);
    }

    private final class Session implements ChannelSession {
        private final AccountContext account;

        Session(AccountContext account) {
            this.account = account;
        }

        @Override
        public Received receive(Cursor since, IProgressMonitor monitor) {
            return new Received.Page(List.of(), since, false);
        }

        @Override
        public Received reconcile(Instant since, Cursor page, IProgressMonitor monitor) {
            return new Received.Page(List.of(), page, false);
        }

        @Override
        public Received context(ExternalId message, IProgressMonitor monitor) {
            return new Received.Page(List.of(), Cursor.START, false);
        }

        @Override
        public String newKey(Outgoing reply, Instant queuedAt) {
            keys++;
            return "key-" + keys;
        }

        @Override
        public Sent send(Attempt attempt, IProgressMonitor monitor) {
            Sent next = sends.poll();
            return next != null ? next : new Sent.Unknown("nothing scripted");
        }

        @Override
        public Found find(Attempt attempt, IProgressMonitor monitor) {
            return new Found.Absent();
        }

        @Override
        public Health health(IProgressMonitor monitor) {
            return new Health(
                    List.of(
                            account.secret("password").equals(Optional.of("right"))
                                    ? Health.Check.passed("check.login", account.setting("host"))
                                    : Health.Check.failed(
                                            "check.login",
                                            Fault.ofSetting(FaultKind.AUTH, "password", "wrong password"))),
                    null);
        }

        @Override
        public void close() {
            sends.clear();
        }
    }
}
