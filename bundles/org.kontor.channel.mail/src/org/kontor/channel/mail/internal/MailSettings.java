package org.kontor.channel.mail.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.SettingSpec;
import org.kontor.api.channel.SettingSpec.Kind;

/**
 * An account's settings, checked.
 *
 * @param imap where mails are read
 * @param smtp where mails are sent
 * @param identity who we are
 * @param displayName what stands before the address in From; may be empty
 * @param inbox the folder that is read
 * @param sentFolder the folder of sent mails; empty to find it
 * @param sentCopy who puts a sent mail into that folder
 * @param workFrom mails before this are history
 */
public record MailSettings(
        Endpoint imap,
        Endpoint smtp,
        Identity identity,
        String displayName,
        String inbox,
        String sentFolder,
        SentCopy sentCopy,
        Instant workFrom) {
    public static final String IMAP_HOST = "imap.host";
    public static final String IMAP_PORT = "imap.port";
    public static final String IMAP_SECURITY = "imap.security";
    public static final String SMTP_HOST = "smtp.host";
    public static final String SMTP_PORT = "smtp.port";
    public static final String SMTP_SECURITY = "smtp.security";
    public static final String SMTP_USER = "smtp.user";
    public static final String SMTP_PASSWORD = "smtp.password";
    public static final String ADDRESS = "address";
    public static final String DISPLAY_NAME = "display.name";
    public static final String ALIASES = "aliases";
    public static final String USER = "user";
    public static final String PASSWORD = "password";
    public static final String FOLDER = "folder";
    public static final String SENT_FOLDER = "sent.folder";
    public static final String SENT_COPY = "sent.copy";

    private static final List<String> SECURITY = List.of("tls", "starttls", "none");

    /** What an account needs, in the order in which it is asked. */
    public static final List<SettingSpec> SPECS = List.of(
            SettingSpec.of(ADDRESS, Kind.MAIL_ADDRESS, true, ""),
            SettingSpec.of(DISPLAY_NAME, Kind.TEXT, false, ""),
            SettingSpec.of(IMAP_HOST, Kind.HOST, true, ""),
            SettingSpec.of(IMAP_PORT, Kind.PORT, true, "993"),
            new SettingSpec(IMAP_SECURITY, Kind.CHOICE, true, "tls", SECURITY, false),
            SettingSpec.of(SMTP_HOST, Kind.HOST, true, ""),
            SettingSpec.of(SMTP_PORT, Kind.PORT, true, "465"),
            new SettingSpec(SMTP_SECURITY, Kind.CHOICE, true, "tls", SECURITY, false),
            SettingSpec.of(USER, Kind.TEXT, false, ""),
            SettingSpec.of(PASSWORD, Kind.SECRET, true, ""),
            SettingSpec.of(ALIASES, Kind.TEXT, false, "").onDemand(),
            SettingSpec.of(FOLDER, Kind.TEXT, false, "INBOX").onDemand(),
            SettingSpec.of(SENT_FOLDER, Kind.TEXT, false, "").onDemand(),
            new SettingSpec(SENT_COPY, Kind.CHOICE, false, "auto", List.of("auto", "always", "never"), true),
            SettingSpec.of(SMTP_USER, Kind.TEXT, false, "").onDemand(),
            SettingSpec.of(SMTP_PASSWORD, Kind.SECRET, false, "").onDemand());

    /** Who puts a sent mail into the folder of sent mails. */
    public enum SentCopy {
        /** We do, unless the server does it by itself. */
        AUTO,
        /** We do. */
        ALWAYS,
        /** We do not. */
        NEVER
    }

    /**
     * A server.
     *
     * @param side {@code imap} or {@code smtp}: the settings' first word
     * @param user may be empty where the server asks for none
     * @param passwordSetting the name of the secret
     */
    public record Endpoint(String side, String host, int port, Security security, String user, String passwordSetting) {
        /** The name of one of this server's settings. */
        public String setting(String name) {
            return side + "." + name;
        }

        /** Whether it is this machine itself. */
        public boolean isLoopback() {
            return MailSettings.isLoopback(host);
        }
    }

    /**
     * Reads and checks the settings of an account.
     *
     * @throws SettingException naming the setting that cannot be used
     */
    public static MailSettings of(AccountContext context) throws SettingException {
        Values values = new Values(context);
        String address = values.required(ADDRESS);
        if (!address.matches("[^@\\s<>,;\"]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*")) {
            throw new SettingException(ADDRESS, "not a mail address: " + address);
        }
        String user = values.or(USER, address);
        boolean smtpUser = !values.or(SMTP_USER, "").isEmpty();
        return new MailSettings(
                values.endpoint("imap", user, PASSWORD),
                values.endpoint("smtp", values.or(SMTP_USER, user), smtpUser ? SMTP_PASSWORD : PASSWORD),
                Identity.of(address, values.or(ALIASES, "")),
                values.or(DISPLAY_NAME, "").replaceAll("\\p{Cntrl}", " "),
                values.or(FOLDER, "INBOX"),
                values.or(SENT_FOLDER, ""),
                values.sentCopy(),
                context.account().workFrom());
    }

    /** The identity of an account, as far as it is set up; for reading events, which must never fail. */
    public static Identity identity(AccountContext context) {
        Values values = new Values(context);
        return Identity.of(values.or(ADDRESS, ""), values.or(ALIASES, ""));
    }

    /** The first required setting that is missing. */
    static Optional<String> missing(AccountContext context) {
        return SPECS.stream()
                .filter(SettingSpec::required)
                .filter(s -> s.kind() != Kind.SECRET)
                .map(SettingSpec::name)
                .filter(name -> context.setting(name).isBlank())
                .findFirst();
    }

    static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("::1")
                || name.equals("[::1]")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private record Values(AccountContext context) {
        String or(String name, String other) {
            String value = context.setting(name).strip();
            return value.isEmpty() ? other : value;
        }

        String required(String name) throws SettingException {
            String value = or(name, "");
            if (value.isEmpty()) {
                throw new SettingException(name, "is missing");
            }
            return value;
        }

        Endpoint endpoint(String side, String user, String password) throws SettingException {
            String host = required(side + ".host");
            if (!host.matches("[\\p{L}\\p{N}._:\\[\\]-]{1,253}")) {
                throw new SettingException(side + ".host", "not a host name: " + host);
            }
            Security security = Security.of(required(side + ".security"))
                    .orElseThrow(() -> new SettingException(side + ".security", "must be tls, starttls or none"));
            if (security == Security.NONE && !isLoopback(host)) {
                throw new SettingException(
                        side + ".security",
                        "an unprotected connection is only possible to this machine itself, not to " + host
                                + "; choose tls or starttls");
            }
            return new Endpoint(side, host, port(side + ".port"), security, user, password);
        }

        int port(String name) throws SettingException {
            String value = required(name);
            int port = value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
            if (port < 1 || port > 65535) {
                throw new SettingException(name, "not a port (1 to 65535): " + value);
            }
            return port;
        }

        SentCopy sentCopy() throws SettingException {
            return switch (or(SENT_COPY, "auto")) {
                case "auto" -> SentCopy.AUTO;
                case "always" -> SentCopy.ALWAYS;
                case "never" -> SentCopy.NEVER;
                default -> throw new SettingException(SENT_COPY, "must be auto, always or never");
            };
        }
    }
}
