package org.kontor.channel.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.api.channel.AttachmentRef;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.channel.mail.internal.read.Envelope;
import org.kontor.channel.mail.internal.read.MailReader;

class FuzzTest {
    private static final int MAILS = Integer.getInteger("kontor.fuzz.mails", 10_000);
    private static final long SEED = Long.getLong("kontor.seed", 20240514L);
    private static final List<String> SPICE = List.of(
            "\r\n\r\n",
            "\n",
            "\r",
            "\0",
            "=?utf-8?b?",
            "?=",
            "=?x?q?=3D?=",
            "--",
            "--x--",
            "boundary=",
            "\"",
            ";",
            "<",
            ">",
            "multipart/mixed",
            "message/rfc822",
            "multipart/report; report-type=delivery-status",
            "charset=utf-16",
            "base64",
            "quoted-printable",
            "x-uuencode",
            "\ufffe\ud800",
            "References: <a@b>",
            "=",
            "=3",
            "%",
            "filename*0*=",
            "(((((",
            "\\",
            ":",
            "Content-Type: text/html\r\n",
            "Date: 99 Foo 99999 99:99:99 +9999",
            "<div><blockquote>");

    @Test
    void noMailStopsTheMailboxAndEveryMailIsSeen() {
        System.out.println("mail fuzz: seed " + SEED + ", " + MAILS + " mails");
        Random random = new Random(SEED);
        MailReader reader = Corpus.reader();
        int items = 0;
        int bounces = 0;
        int unreadable = 0;
        int other = 0;
        for (int i = 0; i < MAILS; i++) {
            byte[] mail = mutated(random);
            RawEvent event = event(random, mail);
            List<Normalised> meanings = reader.normalise(event);
            assertThat(meanings).as("mail %d of seed %d", i, SEED).isNotEmpty();
            assertThat(reader.normalise(event)).as("mail %d again", i).isEqualTo(meanings);
            for (Normalised meaning : meanings) {
                switch (meaning) {
                    case Normalised.Item item -> {
                        items++;
                        checkItem(event, item, i);
                    }
                    case Normalised.NotDelivered bounce -> bounces++;
                    case Normalised.Unreadable u -> {
                        unreadable++;
                        assertThat(u.reason())
                                .as("mail %d of seed %d must not trip over a bug", i, SEED)
                                .doesNotContain("could not be taken apart");
                    }
                    default -> other++;
                }
            }
        }
        System.out.println("mail fuzz: " + items + " items, " + bounces + " bounces, " + unreadable + " unreadable, "
                + other + " other");
        assertThat(items).isGreaterThan(MAILS / 2);
    }

    private static void checkItem(RawEvent event, Normalised.Item item, int number) {
        assertThat(item.text().chars().noneMatch(c -> c == 0 || c == '\r'))
                .as("mail %d", number)
                .isTrue();
        if (new String(event.payload(), StandardCharsets.ISO_8859_1).startsWith("X-Kontor-Envelope: ")) {
            assertThat(item.publishedAt()).as("mail %d", number).isBefore(Corpus.STORED.plusSeconds(1200));
        }
        for (AttachmentRef attachment : item.attachments()) {
            assertThat(attachment.name()).doesNotContain("/", "\\", "\n");
            if (!attachment.locator().equals(MailReader.WHOLE)) {
                assertThat(MailReader.attachment(event, attachment.locator()))
                        .as("mail %d, part %s", number, attachment.locator())
                        .isPresent();
            }
        }
    }

    private static RawEvent event(Random random, byte[] mail) {
        if (random.nextInt(20) == 0) {
            String type = random.nextBoolean() ? "message/rfc822" : "application/json";
            return new RawEvent(new ExternalId("inbox:" + random.nextLong()), Origin.RECEIVED, type, mail);
        }
        Envelope.Folder folder = random.nextInt(5) == 0 ? Envelope.Folder.SENT : Envelope.Folder.INBOX;
        boolean whole = random.nextInt(10) > 0;
        return MailReader.event(new Envelope(folder, Corpus.STORED, mail.length, whole), mail, Origin.RECEIVED);
    }

    private static byte[] mutated(Random random) {
        byte[] mail = Corpus.bytes(Corpus.NAMES.get(random.nextInt(Corpus.NAMES.size())));
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes && mail.length > 0; i++) {
            mail = change(mail, random);
        }
        return mail;
    }

    private static byte[] change(byte[] mail, Random random) {
        int at = random.nextInt(mail.length);
        int length = Math.min(mail.length - at, 1 + random.nextInt(200));
        switch (random.nextInt(7)) {
            case 0 -> {
                byte[] copy = mail.clone();
                copy[at] = (byte) random.nextInt(256);
                return copy;
            }
            case 1 -> {
                return splice(mail, at, at + length, new byte[0]);
            }
            case 2 -> {
                return splice(mail, at, at, Arrays.copyOfRange(mail, at, at + length));
            }
            case 3 -> {
                return splice(
                        mail, at, at, SPICE.get(random.nextInt(SPICE.size())).getBytes(StandardCharsets.UTF_8));
            }
            case 4 -> {
                return Arrays.copyOf(mail, at);
            }
            case 5 -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                return splice(mail, at, at + length, noise);
            }
            default -> {
                byte[] other = Corpus.bytes(Corpus.NAMES.get(random.nextInt(Corpus.NAMES.size())));
                int from = other.length == 0 ? 0 : random.nextInt(other.length);
                return splice(mail, at, mail.length, Arrays.copyOfRange(other, from, other.length));
            }
        }
    }

    private static byte[] splice(byte[] mail, int from, int to, byte[] with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(mail, 0, from);
        out.writeBytes(with);
        out.write(mail, to, mail.length - to);
        return out.toByteArray();
    }
}
