package org.kontor.channel.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.channel.AttachmentRef;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Visibility;
import org.kontor.channel.mail.internal.read.Envelope;
import org.kontor.channel.mail.internal.read.MailReader;
import org.kontor.channel.mail.internal.read.ReplyTarget;

class CorpusTest {
    @SuppressWarnings("unused") // read by the parameterized test
    private static final List<String> NAMES = Corpus.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void theSameMailAlwaysMeansTheSame(String name) {
        RawEvent event = Corpus.event(name, Envelope.Folder.INBOX);
        assertThat(Corpus.reader().normalise(event))
                .isEqualTo(Corpus.reader().normalise(event))
                .hasSize(1);
        assertThat(event.payload())
                .isEqualTo(Corpus.event(name, Envelope.Folder.INBOX).payload());
    }

    @Test
    void aGermanMailInLatin1IsReadWithItsUmlautsAndTheEuroThatSendersMean() {
        Normalised.Item item = Corpus.item("plain-german");
        assertThat(item.text()).contains("völlig durchnässt", "49 €", "Grüße\nLena");
        assertThat(item.subject()).isEqualTo("Lieferung beschädigt");
        assertThat(item.author().displayName()).isEqualTo("Lena Brändt");
        assertThat(item.author().id()).isEqualTo(new ExternalId("lena.brandt@t-online.example"));
        assertThat(item.direction()).isEqualTo(Direction.INBOUND);
        assertThat(item.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(item.automatic()).isFalse();
        assertThat(item.publishedAt()).isEqualTo(Instant.parse("2024-05-14T07:30:00Z"));
        assertThat(item.id()).isEqualTo(new ExternalId("<1715671800.4711@t-online.example>"));
    }

    @Test
    void theAnswerGoesToTheWriterAndCarriesTheThread() {
        ReplyTarget target = target("gmail-reply");
        assertThat(target.to().get(0).address()).isEqualTo("eva.k@gmail.example");
        assertThat(target.id()).isEqualTo("<CAHk-=wi3@mail.gmail.example>");
        assertThat(target.references()).containsExactly("<CAF-first@mail.gmail.example>", Corpus.KEY);
        assertThat(target("many-recipients-groups").to().get(0).address()).isEqualTo("real@customer.example");
        assertThat(target("outlook-plain-reply").references()).containsExactly(Corpus.KEY);
    }

    @Test
    void theThreadIsNamedNearestFirstAndItsRootIsTheFirstReference() {
        Normalised.Item item = Corpus.item("gmail-reply");
        assertThat(item.thread().root()).isEqualTo(new ExternalId("<CAF-first@mail.gmail.example>"));
        assertThat(item.thread().parents())
                .containsExactly(new ExternalId(Corpus.KEY), new ExternalId("<CAF-first@mail.gmail.example>"));
        assertThat(item.text()).contains("😀").contains("> Anbei die Rechnung.");
        assertThat(item.html()).contains("gmail_quote");
        assertThat(Corpus.item("plain-english").thread().parents()).isEmpty();
        assertThat(Corpus.item("plain-english").thread().root()).isNull();
    }

    @Test
    void outlooksHistoryIsMarkedAndNothingIsLost() {
        assertThat(Corpus.item("outlook-html-reply").text())
                .contains("passt für uns – bitte bestätigen.", "> Von: Nordwind", "> Hier unser Angebot.");
        assertThat(Corpus.item("outlook-plain-reply").text())
                .startsWith("Kostet das 5 € mehr?")
                .contains("> -----Ursprüngliche Nachricht-----", "> Gern liefern wir.", ">> frueher");
    }

    @Test
    void textAndHtmlKeepTheirOrderAroundAttachments() {
        Normalised.Item item = Corpus.item("apple-mail-mixed");
        assertThat(item.text()).isEqualTo("Hallo,\nhier der Beleg:\n\nund noch ein Satz danach.");
        assertThat(item.attachments()).extracting(AttachmentRef::name).containsExactly("Beleg.pdf");
        assertThat(content("apple-mail-mixed", item.attachments().get(0))).startsWith("%PDF-1.4");
    }

    @Test
    void flowedTextIsJoined() {
        assertThat(Corpus.item("flowed").text())
                .contains("has broken into three lines of which none is a line of its own.")
                .contains("> quoted text that also flows")
                .contains("\nFrom the beginning it was stuffed.\n-- \nJo");
        assertThat(Corpus.item("flowed-delsp").text()).isEqualTo("ein zusammengesetztes Wort");
    }

    @Test
    void aWebFormIsAnInquiryOfTheOneWhoFilledItIn() {
        Normalised.Item form = Corpus.item("form-own-sender");
        assertThat(form.direction()).isEqualTo(Direction.INBOUND);
        assertThat(form.author().displayName()).isEqualTo("Carla Weiss");
        assertThat(form.automatic()).isFalse();
        assertThat(form.text()).contains("Name: Carla Weiss", "Frage: Gilt die Garantie noch?");
        assertThat(Corpus.item("form-without-reply-to").direction()).isEqualTo(Direction.INBOUND);
    }

    @Test
    void aGroupAddressOfOursPassesCustomersOn() {
        Normalised.Item group = Corpus.item("own-group");
        assertThat(group.author().id()).isEqualTo(new ExternalId("lena@customer.example"));
        assertThat(group.automatic()).isFalse();
        assertThat(Corpus.item("own-group-direct").automatic()).isFalse();
    }

    @Test
    void invitationsAreAttached() {
        assertThat(Corpus.item("calendar-invite").attachments())
                .extracting(AttachmentRef::name)
                .containsExactly("invite.ics");
        assertThat(Corpus.item("calendar-invite").text()).isEqualTo("Bitte kommen.");
        assertThat(Corpus.item("calendar-only").attachments()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounce-postfix", "bounce-exchange", "bounce-gmail", "bounce-qmail", "bounce-exim"})
    void aBounceNamesOurMailAndIsLasting(String name) {
        Normalised.NotDelivered bounce = (Normalised.NotDelivered) Corpus.read(name);
        assertThat(bounce.about()).isEqualTo(new ExternalId(Corpus.KEY));
        assertThat(bounce.thread().parents()).contains(new ExternalId(Corpus.KEY));
        assertThat(bounce.permanent()).isTrue();
        assertThat(bounce.reason())
                .containsAnyOf("User unknown", "mailbox full", "does not exist", "no mailbox", "unavailable");
    }

    @Test
    void aDelayIsNotLasting() {
        Normalised.NotDelivered delay = (Normalised.NotDelivered) Corpus.read("bounce-postfix-delayed");
        assertThat(delay.permanent()).isFalse();
        assertThat(delay.about()).isEqualTo(new ExternalId(Corpus.KEY));
        assertThat(delay.reason()).contains("slow@customer.example", "timed out");
    }

    @Test
    void receiptsAreNoInquiries() {
        assertThat(Corpus.read("dsn-success")).isEqualTo(new Normalised.NotAnInquiry("delivery-receipt"));
        assertThat(Corpus.read("mdn-read")).isEqualTo(new Normalised.NotAnInquiry("read-receipt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ooo-exchange", "ooo-vacation", "ooo-subject-only", "newsletter"})
    void whatAMachineWroteIsMarked(String name) {
        assertThat(Corpus.item(name).automatic()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain-german", "gmail-reply", "outlook-html-reply", "apple-mail-mixed", "nested-forward"})
    void whatAPersonWroteIsNot(String name) {
        assertThat(Corpus.item(name).automatic()).isFalse();
    }

    @Test
    void hiddenAndActivePartsOfHtmlAreNoText() {
        assertThat(Corpus.item("newsletter").text()).isEqualTo("Sale\n\nNur heute");
        assertThat(Corpus.item("newsletter").html()).contains("<script>");
    }

    @Test
    void htmlBecomesReadableText() {
        assertThat(Corpus.item("html-only").text())
                .isEqualTo("Erster Absatz\nzweite Zeile\n\n- eins\n- zwei\n\n> alt\n> älter\n\n  a\n   b");
        assertThat(Corpus.item("html-with-plain-hint").text()).startsWith("The real question");
    }

    @Test
    void aForwardedMailIsAttachedWithItsSubjectAsName() {
        Normalised.Item item = Corpus.item("nested-forward");
        assertThat(item.text()).isEqualTo("See attached.");
        assertThat(item.attachments()).extracting(AttachmentRef::name).containsExactly("Order_ 12_34.eml");
        assertThat(content("nested-forward", item.attachments().get(0))).contains("inner text");
    }

    @Test
    void fileNamesAreReadInAllTheirFormsAndNeverCarryAPath() {
        assertThat(Corpus.item("rfc2231-names").attachments())
                .extracting(AttachmentRef::name)
                .containsExactly("Übersicht €.pdf", "Größe.png", "passwd", "image.jpg");
    }

    @Test
    void wrongAndMissingCharsetsAreGuessed() {
        assertThat(Corpus.item("charset-unknown").text()).isEqualTo("Grüße aus Köln");
        assertThat(Corpus.item("charset-ascii-with-utf8").text()).isEqualTo("Grüße aus Köln");
        assertThat(Corpus.item("charset-ascii-with-utf8").subject()).isEqualTo("Grüße roh");
        assertThat(Corpus.item("charset-utf8-but-latin").text()).isEqualTo("Grüße aus Köln");
        assertThat(Corpus.item("charset-utf7").text()).isEqualTo("Grüße, 1 + 1");
        assertThat(Corpus.item("charset-japanese").text()).isEqualTo("こんにちは");
        assertThat(Corpus.item("charset-japanese").subject()).isEqualTo("こんにちは");
    }

    @Test
    void charactersCutBetweenEncodedWordsAreJoined() {
        Normalised.Item item = Corpus.item("subject-split-words");
        assertThat(item.subject()).isEqualTo("Straße und mehr €");
        assertThat(item.author().displayName()).isEqualTo("Jürgen \"der Große\" Müller");
    }

    @Test
    void brokenMailsShowWhatTheyHold() {
        assertThat(Corpus.item("broken-no-blank-line").text()).startsWith("This line is text already");
        assertThat(Corpus.item("broken-missing-boundary").text()).isEqualTo("The text is here.");
        assertThat(Corpus.item("broken-missing-boundary").attachments()).hasSize(1);
        assertThat(Corpus.item("broken-boundary-never-used").text()).isEqualTo("Just text under a multipart header.");
        assertThat(Corpus.item("broken-no-end").text()).isEqualTo("The beginning");
        assertThat(Corpus.item("broken-no-end").attachments()).hasSize(1);
        assertThat(Corpus.item("broken-base64").text()).isEqualTo("Hallo Welt");
        assertThat(Corpus.item("broken-quoted-printable").text()).isEqualTo("100=ZZ sicher, grün, lang weiter ende");
        assertThat(Corpus.item("bare-line-feeds").text()).isEqualTo("one\n\ntwo");
        assertThat(Corpus.item("bare-line-feeds").subject()).isEqualTo("lf folded");
        assertThat(Corpus.item("mbox-line").text()).isEqualTo("x");
    }

    @Test
    void aMailWithoutAReadableSenderIsStillShown() {
        Normalised.Item item = Corpus.item("broken-from");
        assertThat(item.text()).isEqualTo("Hello?");
        assertThat(item.replyTarget()).isNull();
        assertThat(item.publishedAt()).isEqualTo(Instant.parse("2024-05-14T07:30:12Z"));
    }

    @Test
    void whatIsNoMailIsVisibleAsUnreadable() {
        assertThat(Corpus.read("empty")).isEqualTo(new Normalised.Unreadable("an empty mail"));
        assertThat(Corpus.read("binary-junk")).isInstanceOf(Normalised.Unreadable.class);
        assertThat(Corpus.read(new RawEvent(new ExternalId("x"), Origin.RECEIVED, "image/png", new byte[3])))
                .isInstanceOf(Normalised.Unreadable.class);
        assertThat(Corpus.read(new RawEvent(new ExternalId("x"), Origin.RECEIVED, "application/json", new byte[3])))
                .isInstanceOf(Normalised.Unreadable.class);
    }

    @Test
    void mailsWithoutAnIdAreNamedByTheirBytes() {
        ExternalId one = Corpus.item("no-message-id").id();
        assertThat(one.value()).startsWith("sha256:");
        assertThat(Corpus.item("empty-message-id").id().value())
                .startsWith("sha256:")
                .isNotEqualTo(one.value());
        assertThat(Corpus.event("no-message-id", Envelope.Folder.INBOX).id().value())
                .isEqualTo("inbox:" + one);
    }

    @Test
    void twoMailsOfOneIdAreTwoEventsOfDifferentContent() {
        RawEvent first = Corpus.event("plain-english", Envelope.Folder.INBOX);
        byte[] other = new String(Corpus.bytes("plain-english"), StandardCharsets.UTF_8)
                .replace("Tom Baker <tom@customer.example>", "Mallory <m@evil.example>")
                .getBytes(StandardCharsets.UTF_8);
        RawEvent second = MailReader.event(
                new Envelope(Envelope.Folder.INBOX, Corpus.STORED, other.length, true), other, Origin.RECEIVED);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.payload()).isNotEqualTo(first.payload());
        assertThat(((Normalised.Item) Corpus.read(second)).author().id()).isEqualTo(new ExternalId("m@evil.example"));
    }

    @Test
    void anAbsurdDateGivesWayToTheServersStamp() {
        Instant stamped = Instant.parse("2024-05-14T07:30:12Z");
        assertThat(Corpus.item("future-date").publishedAt()).isEqualTo(stamped);
        assertThat(Corpus.item("ancient-date").publishedAt()).isEqualTo(stamped);
    }

    @Test
    void ourOwnMailIsOutboundWhereverItLies() {
        Normalised.Item copy = Corpus.item("own-copy-to-self");
        assertThat(copy.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(copy.id()).isEqualTo(new ExternalId(Corpus.KEY));
        Normalised sent = Corpus.read(Corpus.event("own-copy-to-self", Envelope.Folder.SENT));
        assertThat(sent).isEqualTo(copy);
        Normalised.Item foreign = (Normalised.Item) Corpus.read(Corpus.event("plain-english", Envelope.Folder.SENT));
        assertThat(foreign.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(Corpus.item("spam-own-sender").direction()).isEqualTo(Direction.INBOUND);
    }

    @Test
    void aMailOfOursThatSomeoneSendsBackIsNoNewVersionOfIt() {
        Normalised.Item loop = Corpus.item("loop");
        assertThat(loop.direction()).isEqualTo(Direction.INBOUND);
        assertThat(loop.automatic()).isTrue();
        assertThat(loop.id()).isNotEqualTo(new ExternalId(Corpus.KEY));
    }

    @Test
    void signedMailsAreReadable() {
        for (String name : List.of("smime-detached", "smime-opaque", "smime-opaque-stream")) {
            assertThat(Corpus.item(name).text()).as(name).isEqualTo("Unterschrieben: Größe 42 fehlt.");
            assertThat(Corpus.item(name).attachments()).as(name).isEmpty();
        }
        assertThat(Corpus.item("smime-encrypted").attachments()).hasSize(1);
        assertThat(Corpus.item("pgp-encrypted").attachments()).hasSize(2);
    }

    @Test
    void anAnswerGivenElsewhereNamesItsMail() {
        RawEvent event = new RawEvent(
                new ExternalId("answered:<a@b.example>"),
                Origin.RECEIVED,
                "application/json",
                "{\"answered\":\"<a@b.example>\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(Corpus.read(event))
                .isEqualTo(new Normalised.AnsweredElsewhere(new ExternalId("<a@b.example>"), null));
    }

    @Test
    void hugeHeadersAreReadInTime() {
        StringBuilder mail = new StringBuilder("From: a@customer.example\r\nSubject: huge\r\nReferences:");
        for (int i = 0; i < 20_000; i++) {
            mail.append("\r\n <").append(i).append(".reference@customer.example>");
        }
        mail.append("\r\nX-Long: ").append("=?utf-8?q?=".repeat(50_000)).append("\r\n\r\ntext");
        byte[] bytes = mail.toString().getBytes(StandardCharsets.US_ASCII);
        Normalised.Item item = (Normalised.Item) Corpus.read(MailReader.event(
                new Envelope(Envelope.Folder.INBOX, Corpus.STORED, bytes.length, true), bytes, Origin.RECEIVED));
        assertThat(item.text()).isEqualTo("text");
        assertThat(item.thread().root()).isEqualTo(new ExternalId("<0.reference@customer.example>"));
        assertThat(item.thread().parents()).hasSize(100);
        assertThat(item.thread().parents().get(0)).isEqualTo(new ExternalId("<19999.reference@customer.example>"));
    }

    @Test
    void partsNestedWithoutEndAreReadInTime() {
        StringBuilder mail = new StringBuilder("From: a@customer.example\r\nSubject: deep\r\n");
        for (int i = 0; i < 500; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        mail.append("Content-Type: text/plain\r\n\r\nthe bottom");
        byte[] bytes = mail.toString().getBytes(StandardCharsets.US_ASCII);
        Normalised.Item item = (Normalised.Item) Corpus.read(MailReader.event(
                new Envelope(Envelope.Folder.INBOX, Corpus.STORED, bytes.length, true), bytes, Origin.RECEIVED));
        assertThat(item.text()).contains("the bottom");
    }

    @Test
    void htmlNestedWithoutEndIsReadInTime() {
        String mail = "From: a@customer.example\r\nSubject: deep\r\nContent-Type: text/html\r\n\r\n"
                + "<div><blockquote>".repeat(20_000) + "the bottom";
        byte[] bytes = mail.getBytes(StandardCharsets.US_ASCII);
        Normalised item = Corpus.read(MailReader.event(
                new Envelope(Envelope.Folder.INBOX, Corpus.STORED, bytes.length, true), bytes, Origin.RECEIVED));
        assertThat(item).isInstanceOf(Normalised.Item.class);
        assertThat(((Normalised.Item) item).text()).contains("the bottom");
    }

    @Test
    void aMailTooLargeShowsItsBeginningAndCanBeHadWhole() {
        byte[] mail = Corpus.bytes("apple-mail-mixed");
        RawEvent event = MailReader.event(
                new Envelope(Envelope.Folder.INBOX, Corpus.STORED, 40_000_000, false),
                java.util.Arrays.copyOf(mail, 700),
                Origin.RECEIVED);
        Normalised.Item item = (Normalised.Item) Corpus.read(event);
        assertThat(item.text()).contains("hier der Beleg:");
        assertThat(item.attachments())
                .containsExactly(new AttachmentRef("whole", "mail.eml", "message/rfc822", 40_000_000L, null));
    }

    private static ReplyTarget target(String name) {
        return ReplyTarget.parse(Objects.requireNonNull(Corpus.item(name).replyTarget()))
                .orElseThrow();
    }

    private static String content(String name, AttachmentRef attachment) {
        Optional<byte[]> bytes = MailReader.attachment(Corpus.event(name, Envelope.Folder.INBOX), attachment.locator());
        return new String(bytes.orElseThrow(), StandardCharsets.UTF_8);
    }
}
