package org.kontor.ui.inbox.internal.model;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.OutgoingAttachment;

/** What an agent has typed and put into a reply. */
record Content(String text, List<String> cc, List<String> bcc, List<OutgoingAttachment> attachments) {
    static final Content EMPTY = new Content("", List.of(), List.of(), List.of());

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]+");

    Content {
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = List.copyOf(attachments);
    }

    boolean blank() {
        return text.isBlank() && attachments.isEmpty();
    }

    Content text(String typed) {
        return new Content(typed, cc, bcc, attachments);
    }

    Content addresses(String ccTyped, String bccTyped) {
        return new Content(text, split(ccTyped), split(bccTyped), attachments);
    }

    Content attachments(List<OutgoingAttachment> all) {
        return new Content(text, cc, bcc, all);
    }

    /** The first address that cannot be one; null if all are fine. */
    @Nullable
    String badAddress() {
        return Stream.concat(cc.stream(), bcc.stream())
                .filter(address -> !ADDRESS.matcher(address).matches())
                .findFirst()
                .orElse(null);
    }

    private static List<String> split(String typed) {
        return Stream.of(typed.split("[,;\\s]+"))
                .filter(part -> !part.isBlank())
                .toList();
    }

    /** A message as quoted lines, led in by {@code attribution}. */
    static String quote(String attribution, String message) {
        StringBuilder quoted = new StringBuilder(attribution).append('\n');
        message.strip()
                .lines()
                .forEach(line -> quoted.append(line.startsWith(">") ? ">" : "> ")
                        .append(line)
                        .append('\n'));
        return quoted.toString();
    }
}
