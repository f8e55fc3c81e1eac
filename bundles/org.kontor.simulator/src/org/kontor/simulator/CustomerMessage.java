package org.kontor.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a named customer writes to a brand; made by {@link #mail} or {@link #bluesky} and refined by the {@code with}
 * methods.
 *
 * @param brand key of the brand
 * @param channel where it is written
 * @param name the customer's name; the same name is the same customer, with one address and one handle
 * @param text what is written; a Bluesky post without {@code replyTo} and {@code quoteOf} mentions the brand, the handle is
 *     put in front when the text does not hold it
 * @param subject subject of a mail; made from the text when absent
 * @param replyTo Message-ID (with angle brackets) or at-uri of the message this one answers
 * @param quoteOf at-uri of the post that this post quotes
 * @param form how a mail is built; ignored for Bluesky except {@link Form#WITH_PICTURE}
 * @param publishedAt the time the customer's own device claims; now when absent
 */
public record CustomerMessage(
        String brand,
        Channel channel,
        String name,
        String text,
        @Nullable String subject,
        @Nullable String replyTo,
        @Nullable String quoteOf,
        Form form,
        @Nullable Instant publishedAt) {

    /** How the message is built. */
    public enum Form {
        /** plain text, as most people write */
        PLAIN,
        /** a plain and an HTML part beside each other */
        ALTERNATIVE,
        /** only HTML */
        HTML_ONLY,
        /** text and an attached PNG picture */
        WITH_PICTURE,
        /** a MIME structure that breaks off in the middle */
        BROKEN_MIME,
        /** an automatic out-of-office reply */
        OUT_OF_OFFICE,
        /** a mass mailing with list headers */
        NEWSLETTER
    }

    /** A plain mail from a customer to a brand. */
    public static CustomerMessage mail(String brand, String name, String text) {
        return new CustomerMessage(brand, Channel.MAIL, name, text, null, null, null, Form.PLAIN, null);
    }

    /** A public post in which a customer mentions a brand. */
    public static CustomerMessage bluesky(String brand, String name, String text) {
        return new CustomerMessage(brand, Channel.BLUESKY, name, text, null, null, null, Form.PLAIN, null);
    }

    /** The same with a subject. */
    public CustomerMessage withSubject(@Nullable String value) {
        return new CustomerMessage(brand, channel, name, text, value, replyTo, quoteOf, form, publishedAt);
    }

    /** The same as an answer to a message, by its Message-ID or at-uri. */
    public CustomerMessage withReplyTo(@Nullable String value) {
        return new CustomerMessage(brand, channel, name, text, subject, value, quoteOf, form, publishedAt);
    }

    /** The same as a quote of a post. */
    public CustomerMessage withQuoteOf(@Nullable String value) {
        return new CustomerMessage(brand, channel, name, text, subject, replyTo, value, form, publishedAt);
    }

    /** The same in another form. */
    public CustomerMessage withForm(Form value) {
        return new CustomerMessage(brand, channel, name, text, subject, replyTo, quoteOf, value, publishedAt);
    }

    /** The same with the time that the customer's device claims. */
    public CustomerMessage withPublishedAt(@Nullable Instant value) {
        return new CustomerMessage(brand, channel, name, text, subject, replyTo, quoteOf, form, value);
    }
}
