package org.kontor.channel.mail.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.channel.mail.internal.read.Envelope;
import org.kontor.channel.mail.internal.read.MailReader;

/** Mails as mail programs and servers write them. */
final class Corpus {
    /** When the mailbox took them. */
    static final Instant STORED = Instant.parse("2024-05-14T07:32:00Z");

    /** The Message-ID of a mail of ours that some of them answer or report. */
    static final String KEY = "<0m1x2y3z4.abcdefghij012345.kontor@nordwind.example>";

    static final List<String> NAMES = List.of(
            "ancient-date",
            "apple-mail-mixed",
            "bare-line-feeds",
            "binary-junk",
            "bounce-exchange",
            "bounce-exim",
            "bounce-gmail",
            "bounce-postfix",
            "bounce-postfix-delayed",
            "bounce-qmail",
            "broken-base64",
            "broken-boundary-never-used",
            "broken-from",
            "broken-missing-boundary",
            "broken-no-blank-line",
            "broken-no-end",
            "broken-quoted-printable",
            "calendar-invite",
            "calendar-only",
            "charset-ascii-with-utf8",
            "charset-japanese",
            "charset-unknown",
            "charset-utf7",
            "charset-utf8-but-latin",
            "dsn-success",
            "empty",
            "empty-message-id",
            "empty-multipart",
            "flowed",
            "flowed-delsp",
            "form-own-sender",
            "form-without-reply-to",
            "future-date",
            "gmail-reply",
            "headers-only",
            "html-only",
            "html-with-plain-hint",
            "loop",
            "many-recipients-groups",
            "mbox-line",
            "mdn-read",
            "nested-forward",
            "newsletter",
            "no-message-id",
            "ooo-exchange",
            "ooo-subject-only",
            "ooo-vacation",
            "outlook-html-reply",
            "outlook-plain-reply",
            "own-copy-to-self",
            "own-group",
            "own-group-direct",
            "pgp-encrypted",
            "plain-english",
            "plain-german",
            "rfc2231-names",
            "smime-detached",
            "smime-encrypted",
            "smime-opaque",
            "smime-opaque-stream",
            "spam-own-sender",
            "subject-split-words",
            "tnef");

    private Corpus() {}

    static byte[] bytes(String name) {
        try (@Nullable InputStream in = Corpus.class.getResourceAsStream("corpus/" + name + ".eml")) {
            if (in == null) {
                throw new IllegalArgumentException("no such mail in the corpus: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawEvent event(String name, Envelope.Folder folder) {
        byte[] mail = bytes(name);
        return MailReader.event(new Envelope(folder, STORED, mail.length, true), mail, Origin.RECEIVED);
    }

    static Normalised read(String name) {
        return read(event(name, Envelope.Folder.INBOX));
    }

    static Normalised read(RawEvent event) {
        List<Normalised> all = reader().normalise(event);
        if (all.size() != 1) {
            throw new AssertionError("one meaning expected: " + all);
        }
        return all.get(0);
    }

    static MailReader reader() {
        return new MailReader(Identity.of(FakeAccount.ADDRESS, ""));
    }

    static Normalised.Item item(String name) {
        return (Normalised.Item) read(name);
    }
}
