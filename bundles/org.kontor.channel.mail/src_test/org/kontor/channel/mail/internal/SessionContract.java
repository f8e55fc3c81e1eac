package org.kontor.channel.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Flags;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.api.channel.AttachmentRef;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.FetchesAttachments;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Health;
import org.kontor.api.channel.Listens;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Received;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.Sent;
import org.kontor.channel.mail.internal.session.Means;
import org.kontor.channel.mail.internal.wire.Timing;

/** What a session has to do, against whatever server. */
abstract class SessionContract {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<ChannelSession> sessions = new ArrayList<>();
    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private @Nullable MailWorld world;

    /** A server with empty mailboxes. */
    abstract MailWorld open() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        world = open();
    }

    @AfterEach
    void end() throws Exception {
        monitor.setCanceled(true);
        sessions.forEach(ChannelSession::close);
        world().close();
    }

    // ---- reading ----

    @Test
    void aNewMailArrivesOnceAndStaysUnread() throws Exception {
        ChannelSession session = session();
        Cursor empty = drain(session, Cursor.START, new ArrayList<>());
        String id = world().customerWrites("Frage", "Wo bleibt mein Päckchen?");
        awaitInbox(1);

        List<RawEvent> events = new ArrayList<>();
        Cursor after = drain(session, empty, events);
        assertThat(items(events)).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualTo(new ExternalId(id));
            assertThat(item.text()).isEqualTo("Wo bleibt mein Päckchen?");
            assertThat(item.direction()).isEqualTo(Direction.INBOUND);
        });
        List<RawEvent> again = new ArrayList<>();
        drain(session, after, again);
        assertThat(again).isEmpty();
        assertThat(world().mails(world().brand(), "INBOX")).allMatch(mail -> !mail.seen());
    }

    @Test
    void readingBeginsAMonthBeforeTheWork() throws Exception {
        Instant work = Instant.now().minusSeconds(14 * 86_400);
        put("<old@customer.example>", work.minusSeconds(40 * 86_400));
        put("<history@customer.example>", work.minusSeconds(20 * 86_400));
        put("<fresh@customer.example>", Instant.now());
        List<RawEvent> events = new ArrayList<>();
        drain(session(), Cursor.START, events);
        assertThat(ids(events)).containsExactlyInAnyOrder("<history@customer.example>", "<fresh@customer.example>");
    }

    @Test
    void manyMailsComeInPagesAndARestartBetweenThemLosesNothing() throws Exception {
        List<byte[]> mails = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            mails.add(MailWorld.letter(
                    world().customer(),
                    world().brand(),
                    "<mail-" + i + "@customer.example>",
                    "Nr. " + i,
                    "x",
                    Instant.now()));
        }
        world().append(world().brand(), "INBOX", mails, Instant.now());
        Cursor cursor = Cursor.START;
        List<RawEvent> events = new ArrayList<>();
        int pages = 0;
        boolean more = true;
        while (more) {
            ChannelSession fresh = session();
            Received.Page page = page(fresh.receive(cursor, monitor));
            assertThat(page.events().size()).isLessThanOrEqualTo(50);
            pages += page.events().isEmpty() ? 0 : 1;
            events.addAll(page.events());
            cursor = page.next();
            more = page.more();
            fresh.close();
        }
        assertThat(pages).isEqualTo(3);
        assertThat(ids(events))
                .hasSize(120)
                .startsWith("<mail-0@customer.example>")
                .doesNotHaveDuplicates();
    }

    @Test
    void aRenumberedMailboxIsReadAgainUnderTheSameNames() throws Exception {
        ChannelSession session = session();
        put("<one@customer.example>", Instant.now());
        put("<two@customer.example>", Instant.now());
        List<RawEvent> first = new ArrayList<>();
        Cursor cursor = drain(session, Cursor.START, first);
        world().renumberInbox();
        session.close();
        put("<three@customer.example>", Instant.now());

        List<RawEvent> second = new ArrayList<>();
        drain(session(), cursor, second);
        assertThat(ids(second)).contains("<three@customer.example>").containsAll(ids(first));
        assertThat(names(second)).containsAll(names(first));
    }

    @Test
    void twoDifferentMailsOfOneIdAreBothRead() throws Exception {
        world().customerWritesAs("<same@customer.example>", "Eins", "Erste Mail");
        world().customerWritesAs("<same@customer.example>", "Zwei", "Zweite Mail");
        awaitInbox(2);
        List<RawEvent> events = new ArrayList<>();
        drain(session(), Cursor.START, events);
        assertThat(items(events)).extracting(Normalised.Item::text).containsExactly("Erste Mail", "Zweite Mail");
        assertThat(events).extracting(RawEvent::id).containsOnly(new ExternalId("inbox:<same@customer.example>"));
    }

    @Test
    void aMailTooLargeComesAsItsBeginningAndCanBeFetched() throws Exception {
        String id = world().customerWrites(
                        "Gross",
                        "Anfang der Mail\r\n" + "x".repeat(70).concat("\r\n").repeat(10_000));
        awaitInbox(1);
        ChannelSession session = session(world().account(), 300_000);
        List<RawEvent> events = new ArrayList<>();
        drain(session, Cursor.START, events);
        Normalised.Item item = items(events).get(0);
        assertThat(item.id()).isEqualTo(new ExternalId(id));
        assertThat(item.text()).startsWith("Anfang der Mail");
        AttachmentRef whole = item.attachments().get(0);
        assertThat(Objects.requireNonNull(whole.size())).isGreaterThan(700_000);
        FetchesAttachments.Fetched fetched =
                ((FetchesAttachments) session).fetch(whole, events.get(0), 5_000_000, monitor);
        assertThat(((FetchesAttachments.Fetched.Content) fetched).bytes().length)
                .isGreaterThan(700_000);
        assertThat(((FetchesAttachments) session).fetch(whole, events.get(0), 1000, monitor))
                .isInstanceOf(FetchesAttachments.Fetched.Failed.class);
    }

    @Test
    void reconcilingTellsEverythingAgain() throws Exception {
        put("<one@customer.example>", Instant.now());
        put("<two@customer.example>", Instant.now());
        ChannelSession session = session();
        drain(session, Cursor.START, new ArrayList<>());
        List<RawEvent> events = new ArrayList<>();
        Cursor page = Cursor.START;
        boolean more = true;
        while (more) {
            Received.Page got = page(session.reconcile(Instant.now().minusSeconds(86_400), page, monitor));
            events.addAll(got.events());
            page = got.next();
            more = got.more();
        }
        assertThat(ids(events)).containsExactlyInAnyOrder("<one@customer.example>", "<two@customer.example>");
        assertThat(events).allMatch(e -> e.origin() == Origin.RECONCILED);
    }

    @Test
    void reconcilingEndsInAMailboxWithAnsweredMails() throws Exception {
        for (String id : List.of("<one@customer.example>", "<two@customer.example>")) {
            put(id, Instant.now());
            world().flag(world().brand(), "INBOX", id, Flags.Flag.ANSWERED);
        }
        ChannelSession session = session();
        List<String> told = new ArrayList<>();
        Cursor page = Cursor.START;
        boolean more = true;
        for (int pages = 0; more; pages++) {
            assertThat(pages).as("pages of two mails").isLessThan(10);
            Received.Page got = page(session.reconcile(Instant.now().minusSeconds(86_400), page, monitor));
            got.events().forEach(event -> told.add(event.id().value()));
            page = got.next();
            more = got.more();
        }
        assertThat(told).as("each mail and each answer once").hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void earlierMailsOfAThreadAreFoundAsContext() throws Exception {
        Instant longAgo = Instant.now().minusSeconds(100 * 86_400);
        put("<first@customer.example>", longAgo);
        put("<second@customer.example>", Instant.now(), "References: <first@customer.example>");
        ChannelSession session = session();
        List<RawEvent> events = new ArrayList<>();
        drain(session, Cursor.START, events);
        assertThat(ids(events)).containsExactly("<second@customer.example>");
        for (ChannelSession each : List.of(session, session())) {
            Received.Page context = page(each.context(new ExternalId("<second@customer.example>"), monitor));
            assertThat(ids(context.events())).containsExactly("<first@customer.example>");
            assertThat(context.events()).allMatch(e -> e.origin() == Origin.CONTEXT);
        }
    }

    // ---- answers ----

    @Test
    void anAnswerStandsInTheCustomersMailboxOnceAndInOurSentFolderOnce() throws Exception {
        ChannelSession session = session();
        Cursor cursor = drain(session, Cursor.START, new ArrayList<>());
        String root = "<root." + System.nanoTime() + "@customer.example>";
        String id = world().customerWrites("AW: Frage", "Und?", "In-Reply-To: " + root, "References: " + root);
        awaitInbox(1);
        List<RawEvent> events = new ArrayList<>();
        cursor = drain(session, cursor, events);
        Normalised.Item question = items(events).get(0);

        OutgoingAttachment pdf = new OutgoingAttachment("Über sicht.pdf", "application/pdf", new byte[] {1, 2, 3}, "");
        Outgoing reply = new Outgoing(
                ReplyMode.DIRECT,
                Objects.requireNonNull(question.replyTarget()),
                question.id(),
                null,
                "Grüße aus Köln.\n.\n..Punkte\nFrom hier",
                List.of(),
                List.of(),
                List.of(pdf));
        Instant queued = Instant.now();
        Attempt attempt = new Attempt(session.newKey(reply, queued), reply, queued, 1);
        Sent.Accepted sent = (Sent.Accepted) session.send(attempt, monitor);
        assertThat(sent.id()).isEqualTo(new ExternalId(attempt.key()));

        await().atMost(PATIENCE)
                .until(() -> world().mails(world().customer(), "INBOX").size() == 1);
        assertThat(world().mails(world().customer(), "INBOX")).singleElement().satisfies(mail -> {
            assertThat(mail.id()).isEqualTo(attempt.key());
            assertThat(mail.inReplyTo()).isEqualTo(id);
            assertThat(mail.references()).isEqualTo(root + " " + id);
            assertThat(mail.subject()).isEqualTo("Re: Frage");
        });
        assertThat(world().mails(world().brand(), "Sent"))
                .extracting(MailWorld.Stored::id)
                .containsExactly(attempt.key());

        List<RawEvent> echo = new ArrayList<>();
        drain(session, cursor, echo);
        assertThat(items(echo)).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualTo(sent.id());
            assertThat(item.direction()).isEqualTo(Direction.OUTBOUND);
            assertThat(item.text()).isEqualTo("Grüße aus Köln.\n.\n..Punkte\nFrom hier");
            assertThat(item.thread().root()).isEqualTo(new ExternalId(root));
            assertThat(item.attachments()).extracting(AttachmentRef::name).containsExactly("Über sicht.pdf");
        });
        RawEvent receipt = sent.receipt().orElseThrow();
        assertThat(Corpus.read(receipt)).isEqualTo(items(echo).get(0));
        assertThat(receipt.id()).isEqualTo(echo.get(0).id());
    }

    @Test
    void aRepeatedSendIsByteForByteTheSameMail() throws Exception {
        ChannelSession session = session();
        Attempt attempt = attempt(session, "Noch einmal");
        assertThat(session.send(attempt, monitor)).isInstanceOf(Sent.Accepted.class);
        Attempt second = new Attempt(attempt.key(), attempt.reply(), attempt.queuedAt(), 2);
        assertThat(session.send(second, monitor)).isInstanceOf(Sent.Accepted.class);
        await().atMost(PATIENCE)
                .until(() -> world().mails(world().customer(), "INBOX").size() == 2);
        List<String> bodies = world().mails(world().customer(), "INBOX").stream()
                .map(mail -> new String(mail.source(), StandardCharsets.UTF_8).replaceFirst("(?s).*?(?=Date: )", ""))
                .distinct()
                .toList();
        assertThat(bodies).hasSize(1);
        assertThat(world().mails(world().brand(), "Sent")).hasSize(1);
    }

    @Test
    void copiesGoToCcAndBccAndBccIsNotShown() throws Exception {
        ChannelSession session = session();
        Outgoing plain = attempt(session, "Kopie").reply();
        Outgoing reply = new Outgoing(
                plain.mode(),
                plain.replyTarget(),
                plain.parent(),
                "Eigener Betreff",
                plain.text(),
                List.of("Wir selbst <" + world().brand().address() + ">"),
                List.of(world().customer().address()),
                List.of());
        Instant queued = Instant.now();
        assertThat(session.send(new Attempt(session.newKey(reply, queued), reply, queued, 1), monitor))
                .isInstanceOf(Sent.Accepted.class);
        awaitInbox(1);
        await().atMost(PATIENCE)
                .until(() -> !world().mails(world().customer(), "INBOX").isEmpty());
        assertThat(world().mails(world().customer(), "INBOX")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Eigener Betreff");
            assertThat(new String(mail.source(), StandardCharsets.UTF_8)).doesNotContain("Bcc:");
        });
    }

    @Test
    void anAddressThatIsNoneIsRefusedForGood() {
        ChannelSession session = session();
        Outgoing plain = attempt(session, "x").reply();
        Outgoing wrong = new Outgoing(
                plain.mode(),
                plain.replyTarget(),
                plain.parent(),
                null,
                "x",
                List.of("keine Adresse"),
                List.of(),
                List.of());
        Instant queued = Instant.now();
        Sent.Refused refused =
                (Sent.Refused) session.send(new Attempt(session.newKey(wrong, queued), wrong, queued, 1), monitor);
        assertThat(refused.fault().kind()).isEqualTo(FaultKind.PERMANENT);
        assertThat(refused.fault().detail()).contains("Cc", "keine Adresse");
    }

    @Test
    void anUnknownRecipientIsRefusedForGood() throws Exception {
        if (world().knowsItsUsers()) {
            ChannelSession session = session();
            String domain = world().customer().address().replaceFirst(".*@", "");
            Attempt attempt = attempt(session, "niemand@" + domain, "Hallo?");
            Sent.Refused refused = (Sent.Refused) session.send(attempt, monitor);
            assertThat(refused.fault().kind()).isEqualTo(FaultKind.PERMANENT);
            assertThat(refused.fault().detail()).contains("niemand@" + domain);
            assertThat(session.find(attempt, monitor)).isEqualTo(new Found.Absent());
            assertThat(world().mails(world().brand(), "Sent")).isEmpty();
        }
    }

    @Test
    void anAnswerGivenWithAnotherProgramIsNoticed() throws Exception {
        ChannelSession session = session();
        String id = world().customerWrites("Frage", "Hallo?");
        String other = world().customerWrites("Frage 2", "Noch jemand?");
        awaitInbox(2);
        Cursor cursor = drain(session, Cursor.START, new ArrayList<>());
        world().flag(world().brand(), "INBOX", id, Flags.Flag.ANSWERED);
        world().flag(world().brand(), "INBOX", other, Flags.Flag.SEEN);
        byte[] answer = MailWorld.letter(
                world().brand(),
                world().customer(),
                "<elsewhere@nordwind.example>",
                "Re: Frage",
                "Ja.",
                Instant.now(),
                "In-Reply-To: " + id,
                "References: " + id);
        world().append(world().brand(), "Sent", answer, Instant.now(), Flags.Flag.SEEN);

        List<RawEvent> events = new ArrayList<>();
        cursor = drain(session, cursor, events);
        assertThat(meanings(events)).contains(new Normalised.AnsweredElsewhere(new ExternalId(id), null));
        assertThat(items(events)).singleElement().satisfies(item -> {
            assertThat(item.direction()).isEqualTo(Direction.OUTBOUND);
            assertThat(item.thread().parents()).contains(new ExternalId(id));
        });
        assertThat(events).hasSize(2);
        List<RawEvent> again = new ArrayList<>();
        drain(session, cursor, again);
        assertThat(again).isEmpty();
    }

    @Test
    void aMailThatWasAnsweredBeforeWeCameIsKnownAsSuch() throws Exception {
        byte[] mail = MailWorld.letter(
                world().customer(), world().brand(), "<done@customer.example>", "Erledigt", "x", Instant.now());
        world().append(world().brand(), "INBOX", mail, Instant.now(), Flags.Flag.ANSWERED, Flags.Flag.SEEN);
        List<RawEvent> events = new ArrayList<>();
        drain(session(), Cursor.START, events);
        assertThat(meanings(events))
                .contains(new Normalised.AnsweredElsewhere(new ExternalId("<done@customer.example>"), null));
    }

    // ---- reading back ----

    @Test
    void aCopyInSentProvesThatAnUndecidedSendArrived() throws Exception {
        ChannelSession session = session();
        Attempt attempt = attempt(session, "x");
        assertThat(session.find(attempt, monitor)).isInstanceOf(Found.CannotTell.class);
        byte[] copy = MailWorld.letter(world().brand(), world().customer(), attempt.key(), "Re: x", "x", Instant.now());
        world().append(world().brand(), "Sent", copy, Instant.now());
        Found.Present present = (Found.Present) session.find(attempt, monitor);
        assertThat(present.id()).isEqualTo(new ExternalId(attempt.key()));
        assertThat(((Normalised.Item) Corpus.read(present.receipt().orElseThrow())).id())
                .isEqualTo(present.id());
    }

    @Test
    void aCustomersAnswerOrABounceProvesItToo() throws Exception {
        ChannelSession session = session();
        Attempt answered = attempt(session, "x");
        world().customerWrites("Re: x", "Danke", "In-Reply-To: " + answered.key());
        awaitInbox(1);
        assertThat(session.find(answered, monitor)).isInstanceOf(Found.Present.class);
        Attempt bounced = attempt(session, "y");
        byte[] report = MailWorld.letter(
                world().customer(),
                world().brand(),
                "<bounce@mx.example>",
                "failure notice",
                "Below is a copy.\r\nMessage-ID: " + bounced.key(),
                Instant.now());
        world().append(world().brand(), "INBOX", report, Instant.now());
        assertThat(session.find(bounced, monitor)).isInstanceOf(Found.Present.class);
        assertThat(session.find(attempt(session, "z"), monitor)).isInstanceOf(Found.CannotTell.class);
    }

    // ---- waiting ----

    @Test
    void newsIsPushedAndStoppingIsPrompt() throws Exception {
        Sink sink = new Sink();
        CompletableFuture<Fault> listening = listen(session(), sink);
        await().atMost(PATIENCE).until(() -> sink.signsOfLife() > 0);
        String id = world().customerWrites("Push", "Hallo");
        await().atMost(PATIENCE).until(() -> ids(sink.events()).contains(id));
        world().flag(world().brand(), "INBOX", id, Flags.Flag.ANSWERED);
        await().atMost(PATIENCE)
                .until(() ->
                        meanings(sink.events()).contains(new Normalised.AnsweredElsewhere(new ExternalId(id), null)));
        monitor.setCanceled(true);
        assertThat(listening.get(10, TimeUnit.SECONDS).kind()).isEqualTo(FaultKind.TRANSIENT);
    }

    @Test
    void closingASessionEndsItsWaiting() throws Exception {
        Sink sink = new Sink();
        ChannelSession session = session();
        CompletableFuture<Fault> listening = listen(session, sink);
        await().atMost(PATIENCE).until(() -> sink.signsOfLife() > 0);
        session.close();
        assertThat(listening.get(10, TimeUnit.SECONDS).kind()).isEqualTo(FaultKind.TRANSIENT);
    }

    @Test
    void anAnswerInSentIsNoticedWhileWaiting() throws Exception {
        Sink sink = new Sink();
        listen(session(), sink);
        await().atMost(PATIENCE).until(() -> sink.signsOfLife() > 0);
        byte[] answer = MailWorld.letter(
                world().brand(), world().customer(), "<elsewhere@nordwind.example>", "Re: Frage", "Ja.", Instant.now());
        world().append(world().brand(), "Sent", answer, Instant.now());
        await().atMost(PATIENCE).until(() -> ids(sink.events()).contains("<elsewhere@nordwind.example>"));
    }

    @Test
    void aRestartInTheMiddleOfWaitingLosesAndDoublesNothing() throws Exception {
        Sink sink = new Sink();
        ChannelSession session = session();
        CompletableFuture<Fault> listening = listen(session, sink);
        await().atMost(PATIENCE).until(() -> sink.signsOfLife() > 0);
        String before = world().customerWrites("Vorher", "1");
        await().atMost(PATIENCE).until(() -> ids(sink.events()).contains(before));
        world().restartImap();
        Fault fault = listening.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(fault.kind()).isEqualTo(FaultKind.TRANSIENT);
        String between = world().customerWrites("Dazwischen", "2");
        await().atMost(PATIENCE).until(() -> {
            if (listen(session, sink).isDone()) {
                return false;
            }
            return true;
        });
        await().atMost(PATIENCE).until(() -> ids(sink.events()).contains(between));
        String after = world().customerWrites("Nachher", "3");
        await().atMost(PATIENCE).until(() -> ids(sink.events()).contains(after));
        assertThat(ids(sink.events())).containsOnlyOnce(before, between, after);
    }

    // ---- health ----

    @Test
    void aWorkingAccountIsWell() {
        Health health = session().health(monitor);
        assertThat(health.checks())
                .allSatisfy(check -> assertThat(check.fault()).isNull());
        assertThat(health.checks())
                .extracting(Health.Check::name)
                .contains("check.imap.connect", "check.imap.login", "check.imap.folder", "check.smtp.login");
    }

    @Test
    void aWrongPasswordIsNamed() {
        ChannelSession session = session(world().account().secret(MailSettings.PASSWORD, "falsch"), Means.MAX_MAIL);
        Health.Check last = session.health(monitor).checks().getLast();
        assertThat(last.name()).isEqualTo("check.imap.password");
        assertThat(Objects.requireNonNull(last.fault()).setting()).isEqualTo(MailSettings.PASSWORD);
        Received.Failed failed = (Received.Failed) session.receive(Cursor.START, monitor);
        assertThat(failed.fault().kind()).isEqualTo(FaultKind.AUTH);
        Sent.Refused refused = (Sent.Refused) session.send(attempt(session, "x"), monitor);
        assertThat(refused.fault().kind()).isEqualTo(FaultKind.AUTH);
    }

    @Test
    void aWrongFolderIsNamed() {
        ChannelSession session = session(world().account().set(MailSettings.FOLDER, "Gibtsnicht"), Means.MAX_MAIL);
        Health.Check last = session.health(monitor).checks().getLast();
        assertThat(last.name()).isEqualTo("check.imap.folder.missing");
        assertThat(Objects.requireNonNull(last.fault()).setting()).isEqualTo(MailSettings.FOLDER);
    }

    // ---- helpers ----

    final MailWorld world() {
        return Objects.requireNonNull(world);
    }

    final NullProgressMonitor monitor() {
        return monitor;
    }

    final ChannelSession session() {
        return session(world().account(), Means.MAX_MAIL);
    }

    final ChannelSession session(FakeAccount account, long maxMail) {
        Timing timing = new Timing(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(2));
        ChannelSession session = new MailConnector(
                        new Means(TestReach.direct(), timing, Clock.systemUTC(), SilentLog.make(), maxMail))
                .open(account);
        sessions.add(session);
        return session;
    }

    final Attempt attempt(ChannelSession session, String text) {
        return attempt(session, world().customer().address(), text);
    }

    final Attempt attempt(ChannelSession session, String to, String text) {
        String target = "{\"to\":[{\"name\":\"Lena\",\"address\":\"" + to
                + "\"}],\"subject\":\"Frage\",\"id\":\"<q@customer.example>\",\"references\":[]}";
        Outgoing reply = Outgoing.text(ReplyMode.DIRECT, target, new ExternalId("<q@customer.example>"), text);
        Instant queued = Instant.now();
        return new Attempt(session.newKey(reply, queued), reply, queued, 1);
    }

    final CompletableFuture<Fault> listen(ChannelSession session, Sink sink) {
        return CompletableFuture.supplyAsync(
                () -> ((Listens) session).listen(sink.cursor(), sink, monitor),
                command -> Thread.ofPlatform().daemon().start(command));
    }

    final Cursor drain(ChannelSession session, Cursor from, List<RawEvent> into) {
        Cursor cursor = from;
        boolean more = true;
        for (int i = 0; more; i++) {
            assertThat(i).as("pages").isLessThan(50);
            Received.Page page = page(session.receive(cursor, monitor));
            into.addAll(page.events());
            cursor = page.next();
            more = page.more();
        }
        return cursor;
    }

    static Received.Page page(Received received) {
        assertThat(received).isInstanceOf(Received.Page.class);
        return (Received.Page) received;
    }

    final void put(String id, Instant stored, String... headers) throws Exception {
        byte[] mail =
                MailWorld.letter(world().customer(), world().brand(), id, "Betreff", "Text von " + id, stored, headers);
        world().append(world().brand(), "INBOX", mail, stored);
    }

    final void awaitInbox(int mails) {
        await().atMost(PATIENCE)
                .until(() -> world().mails(world().brand(), "INBOX").size() >= mails);
    }

    final List<Normalised> meanings(List<RawEvent> events) {
        MailConnector connector = new MailConnector(
                new Means(TestReach.direct(), Timing.USUAL, Clock.systemUTC(), SilentLog.make(), Means.MAX_MAIL));
        return events.stream()
                .flatMap(e -> connector.normalise(world().account(), e).stream())
                .toList();
    }

    final List<Normalised.Item> items(List<RawEvent> events) {
        return meanings(events).stream()
                .flatMap(m -> m instanceof Normalised.Item item
                        ? Optional.of(item).stream()
                        : Optional.<Normalised.Item>empty().stream())
                .toList();
    }

    final List<String> ids(List<RawEvent> events) {
        return items(events).stream().map(item -> item.id().value()).toList();
    }

    private static Set<String> names(List<RawEvent> events) {
        return events.stream().map(e -> e.id().value()).collect(Collectors.toSet());
    }
}
