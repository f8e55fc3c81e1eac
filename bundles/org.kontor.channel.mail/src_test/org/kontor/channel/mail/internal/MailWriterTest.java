package org.kontor.channel.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.channel.AttachmentRef;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.channel.ReplyMode;
import org.kontor.channel.mail.internal.read.Envelope;
import org.kontor.channel.mail.internal.read.MailReader;
import org.kontor.channel.mail.internal.read.Mailbox;
import org.kontor.channel.mail.internal.read.MessageIds;
import org.kontor.channel.mail.internal.read.ReplyTarget;
import org.kontor.channel.mail.internal.write.Keys;
import org.kontor.channel.mail.internal.write.MailWriter;
import org.kontor.channel.mail.internal.write.UnsendableException;

class MailWriterTest {
    private static final Instant QUEUED = Instant.parse("2024-05-14T08:00:00Z");

    private final Identity identity = Identity.of(FakeAccount.ADDRESS, "");
    private final MailWriter writer = new MailWriter(identity, "Nordwind – Hilfe");

    @Test
    void theSameAttemptGivesTheSameBytes() throws Exception {
        Attempt first = attempt("Text", target("Frage"), List.of(attachment("a.pdf")));
        Attempt second = new Attempt(first.key(), first.reply(), first.queuedAt(), 2);
        assertThat(writer.write(second).bytes()).isEqualTo(writer.write(first).bytes());
    }

    @Test
    void whatIsWrittenIsReadBackAsItWas() throws Exception {
        String text = "Grüße 😀 aus Köln\n\n.Punkt am Anfang\nFrom hier\n  eingerückt  \n= gleich\n"
                + "lang ".repeat(300) + "\nEnde";
        Attempt attempt = attempt(text, target("Größe?"), List.of(attachment("Ü\"ber; sicht/€.pdf")));
        byte[] mail = writer.write(attempt).bytes();
        Normalised.Item item = read(mail);
        assertThat(item.text()).isEqualTo(text);
        assertThat(item.subject()).isEqualTo("Re: Größe?");
        assertThat(item.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(item.author().displayName()).isEqualTo("Nordwind – Hilfe");
        assertThat(item.id()).isEqualTo(new ExternalId(attempt.key()));
        assertThat(item.publishedAt()).isEqualTo(QUEUED);
        assertThat(item.thread().parents())
                .containsExactly(new ExternalId("<q@customer.example>"), new ExternalId("<root@customer.example>"));
        assertThat(item.attachments()).extracting(AttachmentRef::name).containsExactly("€.pdf");
        assertThat(item.automatic()).isFalse();
        String source = new String(mail, StandardCharsets.US_ASCII);
        assertThat(source).doesNotContain("Auto-Submitted").endsWith("\r\n");
        assertThat(source.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(source.lines().allMatch(line -> line.length() <= 200)).isTrue();
        assertThat(source.chars().allMatch(c -> c < 128)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Frage                 | Re: Frage
        Re: Frage             | Re: Frage
        RE: AW: Re: Frage     | Re: Frage
        Aw:Frage              | Re: Frage
        Antw: Re[2]: Frage    | Re: Frage
        Reklamation: kaputt   | Re: Reklamation: kaputt
        Fwd: Re: Frage        | Re: Fwd: Re: Frage
        """)
    void theSubjectGetsOneSignOfAnAnswer(String subject, String expected) throws Exception {
        assertThat(read(writer.write(attempt("x", target(subject), List.of())).bytes())
                        .subject())
                .isEqualTo(expected);
    }

    @Test
    void theAgentsOwnSubjectStays() throws Exception {
        Outgoing plain = attempt("x", target("Frage"), List.of()).reply();
        Outgoing own = new Outgoing(
                plain.mode(),
                plain.replyTarget(),
                plain.parent(),
                "Ihr Gutschein",
                "x",
                List.of(),
                List.of(),
                List.of());
        assertThat(read(writer.write(new Attempt(Keys.make(identity, QUEUED), own, QUEUED, 1))
                                .bytes())
                        .subject())
                .isEqualTo("Ihr Gutschein");
    }

    @Test
    void nothingTypedCanAddAHeader() throws Exception {
        Outgoing evil = new Outgoing(
                ReplyMode.DIRECT,
                new ReplyTarget(
                                List.of(new Mailbox("Lena\r\nX-Evil: 1", "lena@customer.example")),
                                "Frage\r\nX-Evil: 2",
                                "<q@customer.example>",
                                List.of("<a\r\nX-Evil: 3>"))
                        .print(),
                new ExternalId("<q@customer.example>"),
                "Betreff\r\nX-Evil: 4",
                "x",
                List.of("\"Eva\r\nX-Evil: 5\" <eva@customer.example>"),
                List.of(),
                List.of(new OutgoingAttachment(
                        "a\r\nX-Evil: 6", "text/plain\r\nX-Evil: 7", new byte[1], "b\r\nX-Evil: 8")));
        String mail = new String(
                writer.write(new Attempt(Keys.make(identity, QUEUED), evil, QUEUED, 1))
                        .bytes(),
                StandardCharsets.US_ASCII);
        assertThat(mail.lines()).noneMatch(line -> line.startsWith("X-Evil"));
    }

    @Test
    void hiddenRecipientsStandInOurCopyOnly() throws Exception {
        Outgoing plain = attempt("x", target("Frage"), List.of()).reply();
        Outgoing reply = new Outgoing(
                plain.mode(),
                plain.replyTarget(),
                plain.parent(),
                null,
                "x",
                List.of("Eva Müller <eva@customer.example>, tom@customer.example"),
                List.of("chef@nordwind.example", "LENA@customer.example"),
                List.of());
        MailWriter.Ready ready = writer.write(new Attempt(Keys.make(identity, QUEUED), reply, QUEUED, 1));
        assertThat(ready.recipients())
                .containsExactly(
                        "lena@customer.example",
                        "eva@customer.example",
                        "tom@customer.example",
                        "chef@nordwind.example",
                        "LENA@customer.example");
        assertThat(new String(ready.bytes(), StandardCharsets.US_ASCII)).doesNotContain("chef@", "Bcc");
        assertThat(new String(ready.copy(), StandardCharsets.US_ASCII)).contains("Bcc: chef@nordwind.example");
    }

    @Test
    void anInternationalDomainIsWrittenAsServersKnowIt() throws Exception {
        ReplyTarget target = new ReplyTarget(List.of(new Mailbox("", "a@grüße.example")), null, null, List.of());
        MailWriter.Ready ready = writer.write(attempt("x", target, List.of()));
        assertThat(ready.recipients()).containsExactly("a@xn--gre-6ka8l.example");
        assertThat(new String(ready.bytes(), StandardCharsets.US_ASCII))
                .contains("Subject: Re:\r\n")
                .doesNotContain("In-Reply-To");
    }

    @ParameterizedTest
    @CsvSource({
        "müller.example,xn--mller-kva.example",
        "straße.example,xn--strae-oqa.example",
        "MÜNCHEN.example,xn--mnchen-3ya.example",
        "例え.テスト,xn--r8jz45g.xn--zckzah",
        "пример.испытание,xn--e1afmkfd.xn--80akhbyknj4f",
        "plain.example,plain.example"
    })
    void domainsAreWrittenByTodaysRules(String domain, String ascii) {
        assertThat(Domains.ascii("x@" + domain)).isEqualTo("x@" + ascii);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "nonsense", "{\"to\":[]}", "{\"to\":[{\"address\":\"nobody\"}]}"})
    void withoutSomeoneToAnswerThereIsNoMail(String target) {
        Outgoing reply = Outgoing.text(ReplyMode.DIRECT, target, new ExternalId("<q@x.example>"), "x");
        assertThatThrownBy(() -> writer.write(new Attempt(Keys.make(identity, QUEUED), reply, QUEUED, 1)))
                .isInstanceOf(UnsendableException.class);
    }

    @Test
    void longThreadsKeepTheirRootAndTheirNearestParents() throws Exception {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            references.add("<" + i + "@customer.example>");
        }
        ReplyTarget target = new ReplyTarget(
                List.of(new Mailbox("", "a@customer.example")), "x", "<parent@customer.example>", references);
        Normalised.Item item =
                read(writer.write(attempt("x", target, List.of())).bytes());
        assertThat(item.thread().root()).isEqualTo(new ExternalId("<0@customer.example>"));
        assertThat(item.thread().parents())
                .hasSize(21)
                .startsWith(new ExternalId("<parent@customer.example>"), new ExternalId("<199@customer.example>"));
    }

    @Test
    void keysAreOursInOrderOfTimeAndNeverTheSame() {
        Set<String> keys = new HashSet<>();
        String before = "";
        for (int i = 0; i < 1000; i++) {
            String key = Keys.make(identity, QUEUED.plusSeconds(i));
            assertThat(identity.isOwnMessageId(key)).as(key).isTrue();
            assertThat(MessageIds.all(key)).containsExactly(key);
            assertThat(key).isGreaterThan(before);
            before = key;
            keys.add(Keys.make(identity, QUEUED));
        }
        assertThat(keys).hasSize(1000);
    }

    private static ReplyTarget target(@Nullable String subject) {
        return new ReplyTarget(
                List.of(new Mailbox("Lena, Brandt", "lena@customer.example")),
                subject,
                "<q@customer.example>",
                List.of("<root@customer.example>"));
    }

    private Attempt attempt(String text, ReplyTarget target, List<OutgoingAttachment> attachments) {
        Outgoing reply = new Outgoing(
                ReplyMode.DIRECT,
                target.print(),
                new ExternalId("<q@customer.example>"),
                null,
                text,
                List.of(),
                List.of(),
                attachments);
        return new Attempt(Keys.make(identity, QUEUED), reply, QUEUED, 1);
    }

    private static OutgoingAttachment attachment(String name) {
        return new OutgoingAttachment(name, "application/pdf", "Inhalt".getBytes(StandardCharsets.UTF_8), "");
    }

    private static Normalised.Item read(byte[] mail) {
        Envelope envelope = new Envelope(Envelope.Folder.SENT, QUEUED, mail.length, true);
        return (Normalised.Item) Corpus.read(MailReader.event(envelope, mail, Origin.RECEIVED));
    }
}
