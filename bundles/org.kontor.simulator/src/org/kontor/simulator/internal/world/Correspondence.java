package org.kontor.simulator.internal.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.Flags;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.Channel;
import org.kontor.simulator.CustomerMessage;
import org.kontor.simulator.CustomerMessage.Form;
import org.kontor.simulator.Written;
import org.kontor.simulator.internal.bluesky.AtUri;
import org.kontor.simulator.internal.bluesky.Cid;
import org.kontor.simulator.internal.bluesky.Network;
import org.kontor.simulator.internal.bluesky.StoredRecord;
import org.kontor.simulator.internal.bluesky.Tid;
import org.kontor.simulator.internal.mail.MailBytes;
import org.kontor.simulator.internal.mail.MailDraft;
import org.kontor.simulator.internal.mail.PostOffice;

/** Puts what customers and brands write onto the servers. Safe for several threads. */
public final class Correspondence {

    private final long seed;
    private final Network network;
    private final PostOffice post;
    private final People people;
    private final MailThreads threads;
    private final MailBytes bytes;
    private final Tally tally;
    private final Posts posts;

    /** Writes into those servers. */
    public Correspondence(
            long seed,
            Network network,
            PostOffice post,
            People people,
            MailThreads threads,
            MailBytes bytes,
            Tally tally) {
        this.seed = seed;
        this.network = network;
        this.post = post;
        this.people = people;
        this.threads = threads;
        this.bytes = bytes;
        this.tally = tally;
        posts = new Posts(network);
    }

    /**
     * A customer writes.
     *
     * @param message what
     * @param at when it arrives
     * @param tag what the journal notes with it
     * @param salt makes the message's identifier; the same salt gives the same one
     * @throws IllegalArgumentException when the brand, or the message it answers, does not exist
     */
    public Written write(CustomerMessage message, Instant at, Tag tag, String salt) {
        BrandSpec brand = BrandSpec.of(message.brand());
        Person person = people.named(message.name());
        Written written = message.channel() == Channel.MAIL
                ? writeMail(message, brand, person, at, tag, salt)
                : writePost(message, brand, person, at, tag, salt);
        tally.count(tag);
        return written;
    }

    private Written writeMail(
            CustomerMessage message, BrandSpec brand, Person person, Instant at, Tag tag, String salt) {
        people.openMailbox(person);
        String given = message.subject();
        String subject = given == null ? firstWords(message.text()) : given;
        MailDraft draft = draft(
                person.name(),
                person.address(),
                brand.address(),
                subject,
                message.text(),
                message.replyTo(),
                Objects.requireNonNullElse(message.publishedAt(), at),
                message.form(),
                salt);
        long uid = post.put(brand.address(), PostOffice.INBOX, bytes.write(draft), at, new Flags(), tag.toString());
        return new Written(draft.messageId(), null, uid, person.address(), null);
    }

    private MailDraft draft(
            String name,
            String from,
            String to,
            String subject,
            String text,
            @Nullable String replyTo,
            Instant date,
            Form form,
            String salt) {
        String references = "";
        String title = subject;
        if (replyTo != null) {
            MailThreads.Place parent = threads.find(replyTo);
            references = parent == null ? replyTo : parent.references();
            title = parent == null ? subject : answered(parent.subject());
        }
        return new MailDraft(name, from, to, title, text, messageId(salt, from), replyTo, references, date, form);
    }

    private String messageId(String salt, String from) {
        byte[] digest = Cid.sha256((seed + "/" + salt).getBytes(StandardCharsets.UTF_8));
        return "<" + HexFormat.of().formatHex(digest, 0, 10) + from.substring(from.indexOf('@')) + ">";
    }

    private static String answered(String subject) {
        return subject.matches("(?i)(re|aw):.*") ? subject : "Re: " + subject;
    }

    private static String firstWords(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() <= 50 ? line : line.substring(0, 50).strip() + " …";
    }

    private Written writePost(
            CustomerMessage message, BrandSpec brand, Person person, Instant at, Tag tag, String salt) {
        people.openAccount(person, at);
        String text = message.text();
        boolean free = message.replyTo() == null && message.quoteOf() == null;
        if (free && !text.contains("@" + brand.handle())) {
            text = "@" + brand.handle() + " " + text;
        }
        ObjectNode record = posts.post(text, Objects.requireNonNullElse(message.publishedAt(), at));
        if (message.replyTo() != null) {
            posts.reply(record, posts.existing(message.replyTo()));
        }
        if (message.quoteOf() != null) {
            posts.quote(record, posts.existing(message.quoteOf()));
        } else if (message.form() == Form.WITH_PICTURE) {
            posts.picture(record, person.did(), Picture.png(salt.hashCode()), "Foto");
        }
        StoredRecord stored = store(person.did(), StoredRecord.POST, record, at, tag, salt);
        return new Written(stored.uri().toString(), stored.cid(), 0, person.handle(), person.did());
    }

    private StoredRecord store(String did, String collection, ObjectNode record, Instant at, Tag tag, String salt) {
        String key = tag.origin().equals(Tag.HISTORY) ? Tid.at(at, salt.hashCode()) : network.nextKey(at);
        return network.create(new AtUri(did, collection, key), record, at, tag.toString());
    }

    /** A customer likes or reposts a post, or follows or blocks a brand when {@code uri} is null. */
    public Written react(String name, BrandSpec brand, String collection, @Nullable String uri, Instant at, Tag tag) {
        Person person = people.named(name);
        people.openAccount(person, at);
        boolean onPost = collection.equals(StoredRecord.LIKE) || collection.equals(StoredRecord.REPOST);
        ObjectNode record = onPost
                ? posts.link(collection, posts.existing(uri), at)
                : posts.relation(collection, brand.did(seed), at);
        StoredRecord stored = store(person.did(), collection, record, at, tag, name + collection + uri);
        tally.count(tag);
        return new Written(stored.uri().toString(), stored.cid(), 0, person.handle(), person.did());
    }

    /** The author takes back a record; false when it was gone already. */
    public boolean delete(String uri, Tag tag) {
        boolean deleted = network.delete(AtUri.parse(uri), tag.toString());
        if (deleted) {
            tally.count(tag);
        }
        return deleted;
    }

    /**
     * The brand answers from another program than the workbench: a mail leaves a copy in Sent and the mark {@code \Answered}.
     *
     * @throws IllegalArgumentException when the message it answers does not exist
     */
    public Written answerElsewhere(BrandSpec brand, String replyTo, String text, Instant at, Tag tag, String salt) {
        if (replyTo.startsWith("at://")) {
            return post(brand, replyTo, text, at, tag, salt);
        }
        MailThreads.Place question = threads.find(replyTo);
        if (question == null || !question.address().equals(brand.address())) {
            throw new IllegalArgumentException("there is no mail " + replyTo + " to " + brand.address());
        }
        MailDraft draft = draft(
                brand.name(),
                brand.address(),
                question.from(),
                question.subject(),
                text,
                replyTo,
                at,
                Form.PLAIN,
                salt);
        byte[] mail = bytes.write(draft);
        long uid = post.put(brand.address(), PostOffice.SENT, mail, at, new Flags(Flags.Flag.SEEN), tag.toString());
        if (post.isOpen(question.from())) {
            post.put(question.from(), PostOffice.INBOX, mail, at, new Flags(), null);
        }
        Flags done = new Flags(Flags.Flag.SEEN);
        done.add(Flags.Flag.ANSWERED);
        post.flag(brand.address(), PostOffice.INBOX, question.uid(), done);
        return new Written(draft.messageId(), null, uid, brand.address(), null);
    }

    private Written post(BrandSpec brand, String replyTo, String text, Instant at, Tag tag, String salt) {
        ObjectNode record = posts.post(text, at);
        posts.reply(record, posts.existing(replyTo));
        StoredRecord stored = store(brand.did(seed), StoredRecord.POST, record, at, tag, salt);
        return new Written(stored.uri().toString(), stored.cid(), 0, brand.handle(), brand.did(seed));
    }

    /** The brand writes to an address that does not exist, and the mail comes back. */
    public void writeToNobody(BrandSpec brand, String address, Instant at, String salt) {
        MailDraft draft = draft(
                brand.name(),
                brand.address(),
                address,
                "Ihre Anfrage",
                "Guten Tag,\n\nanbei die gewünschte Auskunft.",
                null,
                at,
                Form.PLAIN,
                salt);
        byte[] mail = bytes.write(draft);
        post.put(brand.address(), PostOffice.SENT, mail, at, new Flags(Flags.Flag.SEEN), null);
        post.bounce(brand.address(), address, mail, at);
    }

    /** The brand publishes something of its own, which customers may comment on. */
    public Written publish(BrandSpec brand, String text, Instant at, Tag tag, String salt) {
        StoredRecord stored = store(brand.did(seed), StoredRecord.POST, posts.post(text, at), at, tag, salt);
        return new Written(stored.uri().toString(), stored.cid(), 0, brand.handle(), brand.did(seed));
    }
}
