package org.kontor.ui.setup.internal.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a provider's mail servers are.
 *
 * @param domains the ends of addresses that it gives out
 * @param localUser whether its user name is the part before the @ rather than the whole address
 * @param advice a key of our texts: what has to be done at the provider first; empty for nothing
 */
public record MailProvider(
        String name, Set<String> domains, Server imap, Server smtp, boolean localUser, Optional<String> advice) {
    private static final List<MailProvider> ALL =
            Lines.of("mail-providers.txt").stream().map(MailProvider::read).toList();

    /**
     * One server.
     *
     * @param security {@code tls} or {@code starttls}
     */
    public record Server(String host, String port, String security) {}

    public MailProvider {
        domains = Set.copyOf(domains);
    }

    /** The providers we know, in the order of our table. */
    public static List<MailProvider> all() {
        return ALL;
    }

    /**
     * Where the mail of an address probably is: as its provider says, else at {@code imap.} and {@code smtp.} before its
     * domain, as most have it.
     *
     * @return empty while the address has no whole domain
     */
    public static Optional<MailProvider> of(String address) {
        String typed = address.strip().toLowerCase(Locale.ROOT);
        int at = typed.lastIndexOf('@');
        String domain = typed.substring(at + 1);
        if (at < 1 || !domain.matches("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*\\.[\\p{L}]{2,}")) {
            return Optional.empty();
        }
        return Optional.of(ALL.stream()
                .filter(provider -> provider.serves(domain))
                .findFirst()
                .orElseGet(() -> usual(domain)));
    }

    private boolean serves(String domain) {
        return domains.stream().anyMatch(known -> domain.equals(known) || domain.endsWith("." + known));
    }

    private static MailProvider usual(String domain) {
        return new MailProvider(
                domain,
                Set.of(domain),
                new Server("imap." + domain, "993", "tls"),
                new Server("smtp." + domain, "465", "tls"),
                false,
                Optional.empty());
    }

    private static MailProvider read(String line) {
        String[] field = Arrays.stream(line.replaceFirst("#.*", "").split("\\|"))
                .map(String::strip)
                .toArray(String[]::new);
        return new MailProvider(
                field[0],
                Set.of(field[1].split("\\s+")),
                new Server(field[2], field[3], field[4]),
                new Server(field[5], field[6], field[7]),
                field[8].equals("local"),
                field[9].equals("-") ? Optional.empty() : Optional.of("advice." + field[9]));
    }
}
