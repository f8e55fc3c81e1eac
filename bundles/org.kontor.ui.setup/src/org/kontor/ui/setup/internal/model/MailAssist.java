package org.kontor.ui.setup.internal.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds the servers of a mail address, and the usual port of a kind of protection. */
final class MailAssist implements Assist {
    private static final Map<String, String> PORTS = Map.of(
            "imap.tls", "993",
            "imap.starttls", "143",
            "smtp.tls", "465",
            "smtp.starttls", "587");

    @Override
    public Map<String, String> propose(String changed, UnaryOperator<String> value) {
        return switch (changed) {
            case "address" ->
                MailProvider.of(value.apply("address"))
                        .map(provider -> servers(provider, value.apply("address")))
                        .orElse(Map.of());
            case "imap.security", "smtp.security" -> port(changed.substring(0, 4), value.apply(changed));
            default -> Map.of();
        };
    }

    @Override
    public Optional<String> advice(UnaryOperator<String> value) {
        return MailProvider.of(value.apply("address")).flatMap(MailProvider::advice);
    }

    @Override
    public String accountName(UnaryOperator<String> value) {
        return value.apply("address");
    }

    private static Map<String, String> servers(MailProvider provider, String address) {
        Map<String, String> proposed = new HashMap<>();
        proposed.put("imap.host", provider.imap().host());
        proposed.put("imap.port", provider.imap().port());
        proposed.put("imap.security", provider.imap().security());
        proposed.put("smtp.host", provider.smtp().host());
        proposed.put("smtp.port", provider.smtp().port());
        proposed.put("smtp.security", provider.smtp().security());
        proposed.put("user", provider.localUser() ? address.strip().replaceFirst("@.*", "") : "");
        return proposed;
    }

    private static Map<String, String> port(String side, String security) {
        String port = PORTS.get(side + "." + security);
        return port == null ? Map.of() : Map.of(side + ".port", port);
    }
}
