package org.kontor.simulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.BlueskyAccount;
import org.kontor.simulator.Brand;
import org.kontor.simulator.Channel;
import org.kontor.simulator.Counts;
import org.kontor.simulator.CustomerMessage;
import org.kontor.simulator.Fault;
import org.kontor.simulator.MailAccount;
import org.kontor.simulator.SeenAnswer;
import org.kontor.simulator.World;
import org.kontor.simulator.Written;
import org.kontor.simulator.internal.fault.FaultBook;
import org.kontor.simulator.internal.journal.Json;

/** The simulator's records as JSON, and back; what is wrong with an input is said with the name of the field. */
final class ControlJson {

    private ControlJson() {}

    static ObjectNode world(World world) {
        ObjectNode out = Json.object()
                .put("agency", world.agency())
                .put("zone", world.zone().getId());
        ArrayNode brands = out.putArray("brands");
        world.brands().forEach(brand -> brands.add(brand(brand)));
        return out;
    }

    private static ObjectNode brand(Brand brand) {
        ObjectNode out = Json.object().put("key", brand.key()).put("name", brand.name());
        out.put("client", brand.client()).put("colour", brand.colour());
        brand.languages().forEach(out.putArray("languages")::add);
        MailAccount mail = brand.mail();
        out.putObject("mail")
                .put("address", mail.address())
                .put("displayName", mail.displayName())
                .put("host", mail.host())
                .put("imapPort", mail.imapPort())
                .put("smtpPort", mail.smtpPort())
                .put("imapsPort", mail.imapsPort())
                .put("smtpsPort", mail.smtpsPort())
                .put("user", mail.user())
                .put("password", mail.password())
                .put("sentFolder", mail.sentFolder());
        BlueskyAccount bluesky = brand.bluesky();
        URI shop = brand.shop();
        if (shop != null) {
            out.put("shop", shop.toString());
        }
        out.putObject("bluesky")
                .put("service", bluesky.service().toString())
                .put("handle", bluesky.handle())
                .put("did", bluesky.did())
                .put("displayName", bluesky.displayName())
                .put("password", bluesky.password());
        return out;
    }

    static ObjectNode counts(Counts counts) {
        ObjectNode out = Json.object();
        ArrayNode lines = out.putArray("counts");
        for (Counts.Line line : counts.lines()) {
            lines.addObject()
                    .put("brand", line.brand())
                    .put("channel", line.channel().key())
                    .put("history", line.history())
                    .put("written", line.written())
                    .put("deleted", line.deleted())
                    .put("noise", line.noise())
                    .put("answers", line.answers())
                    .put("seen", line.seen())
                    .put("duplicates", line.duplicates());
        }
        return out;
    }

    static ObjectNode answers(List<SeenAnswer> answers) {
        ObjectNode out = Json.object();
        ArrayNode list = out.putArray("answers");
        for (SeenAnswer answer : answers) {
            list.addObject()
                    .put("brand", answer.brand())
                    .put("channel", answer.channel().key())
                    .put("id", answer.id())
                    .put("inReplyTo", answer.inReplyTo())
                    .put("customer", answer.customer())
                    .put("text", answer.text())
                    .put("arrivedAt", answer.arrivedAt().toString())
                    .put("seenAt", answer.seenAt() == null ? null : String.valueOf(answer.seenAt()))
                    .put("copies", answer.copies());
        }
        return out;
    }

    static ObjectNode written(Written written) {
        return Json.object()
                .put("id", written.id())
                .put("cid", written.cid())
                .put("uid", written.uid())
                .put("author", written.author())
                .put("did", written.did());
    }

    static ObjectNode faults(List<FaultBook.Progress> faults) {
        ObjectNode out = Json.object();
        ArrayNode list = out.putArray("faults");
        for (FaultBook.Progress progress : faults) {
            Fault fault = progress.fault();
            list.addObject()
                    .put("wire", fault.wire().key())
                    .put("kind", fault.kind().key())
                    .put("match", fault.match())
                    .put("times", fault.times())
                    .put("skip", fault.skip())
                    .put("passed", progress.passed())
                    .put("fired", progress.fired());
        }
        return out;
    }

    static CustomerMessage message(JsonNode in) {
        Channel channel = Channel.of(Json.required(in, "channel"));
        String brand = Json.required(in, "brand");
        String name = Json.required(in, "name");
        String text = Json.required(in, "text");
        CustomerMessage message = channel == Channel.MAIL
                ? CustomerMessage.mail(brand, name, text)
                : CustomerMessage.bluesky(brand, name, text);
        String form = Json.text(in, "form");
        return message.withSubject(Json.text(in, "subject"))
                .withReplyTo(Json.text(in, "replyTo"))
                .withQuoteOf(Json.text(in, "quoteOf"))
                .withForm(
                        form == null
                                ? CustomerMessage.Form.PLAIN
                                : one(in, "form", CustomerMessage.Form.values(), ControlJson::key))
                .withPublishedAt(time(in, "publishedAt"));
    }

    /** The name of a constant in JSON, such as {@code html-only}. */
    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant that a field names. */
    static <E> E one(JsonNode in, String field, E[] values, Function<E, String> key) {
        String text = Json.required(in, field);
        return Arrays.stream(values)
                .filter(value -> key.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + field + "\" must be one of "
                        + Arrays.stream(values).map(key).toList() + ", not \"" + text + "\""));
    }

    private static @Nullable Instant time(JsonNode in, String field) {
        String text = Json.text(in, field);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "\"" + field + "\" must be a time such as 2026-03-01T10:00:00Z, not \"" + text + "\"", e);
        }
    }

    static Fault fault(JsonNode in) {
        Fault.Wire wire = one(in, "wire", Fault.Wire.values(), Fault.Wire::key);
        Fault.Kind kind = one(in, "kind", Fault.Kind.values(), Fault.Kind::key);
        Fault fault = Fault.next(wire, kind)
                .on(in.path("match").asText(""))
                .times(number(in, "times", 1))
                .afterSkipping(number(in, "skip", 0))
                .withDelay(Duration.ofMillis(number(in, "delayMillis", 0)))
                .withBytes(number(in, "bytes", 0))
                .withText(Json.text(in, "text"));
        if (in.has("status")) {
            fault = fault.withStatus(number(in, "status", 0));
        }
        return in.has("retryAfterSeconds")
                ? fault.withRetryAfter(Duration.ofSeconds(number(in, "retryAfterSeconds", 0)))
                : fault;
    }

    private static int number(JsonNode in, String field, int otherwise) {
        JsonNode value = in.path(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isInt()) {
            throw new IllegalArgumentException("\"" + field + "\" must be a whole number, not " + value);
        }
        return value.intValue();
    }
}
