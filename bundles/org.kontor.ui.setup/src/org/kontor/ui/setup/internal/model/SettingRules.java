package org.kontor.ui.setup.internal.model;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kontor.api.channel.SettingSpec;
import org.kontor.ui.setup.internal.model.Problem.Cause;

/** What a setting's kind demands of its value, and how what people type or paste becomes such a value. Pure. */
final class SettingRules {
    private static final int LAST_PORT = 65_535;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\u00a0]");
    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://.*");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9a-fA-F:.]+]");
    private static final Pattern HOST_WITH_PORT = Pattern.compile("([^:\\[\\]]+):(\\d+)");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\".]+(\\.[^\\s@<>,;\".]+)*");
    private static final Pattern LOOPBACK_V4 = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

    private SettingRules() {}

    /**
     * The value as it will be kept: without blanks around it, without what came along when it was copied. A secret stays as
     * it is but for the line end that a copy brings.
     */
    static String normalise(SettingSpec spec, String typed) {
        return switch (spec.kind()) {
            case SECRET -> typed.replaceAll("[\\r\\n]", "");
            case TEXT, CHOICE, SWITCH -> visible(typed);
            case PORT -> visible(typed).replaceFirst("^0+(?=\\d)", "");
            case MAIL_ADDRESS -> mail(visible(typed));
            case HOST -> host(visible(typed));
            case ADDRESS -> address(visible(typed));
        };
    }

    /** Why a value that is {@link #normalise normalised} does not do; empty if it does. */
    static Optional<Problem> check(FormField field, String value) {
        if (value.isEmpty()) {
            return field.spec().required() ? problem(field, Cause.MISSING) : Optional.empty();
        }
        return switch (field.spec().kind()) {
            case TEXT, SECRET -> Optional.empty();
            case HOST -> checkHost(field, value);
            case PORT -> isPort(value) ? Optional.empty() : problem(field, Cause.NOT_A_PORT, value);
            case MAIL_ADDRESS -> checkMail(field, value);
            case ADDRESS -> checkAddress(field, value);
            case CHOICE ->
                field.spec().choices().contains(value) ? Optional.empty() : problem(field, Cause.NOT_A_CHOICE, value);
            case SWITCH ->
                value.equals("true") || value.equals("false")
                        ? Optional.empty()
                        : problem(field, Cause.NOT_A_CHOICE, value);
        };
    }

    /** Without what cannot be seen and blanks around. */
    static String visible(String typed) {
        return INVISIBLE.matcher(typed).replaceAll("").strip();
    }

    private static String mail(String typed) {
        String bare = typed.replaceFirst("(?i)^mailto:", "");
        int open = bare.lastIndexOf('<');
        return open >= 0 && bare.endsWith(">") ? bare.substring(open + 1, bare.length() - 1) : bare;
    }

    private static String host(String typed) {
        String bare = typed.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "").replaceFirst("[/?#].*$", "");
        return ascii(bare.replaceFirst("\\.$", "")).toLowerCase(Locale.ROOT);
    }

    /** Names with umlauts and other letters are asked for in their ASCII form. */
    private static String ascii(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            // It is no name at all; the check says so, with the value as it was typed.
            return host;
        }
    }

    private static String address(String typed) {
        if (typed.isEmpty()) {
            return typed;
        }
        String whole = SCHEME.matcher(typed).matches() ? typed : "https://" + typed;
        return whole.replaceFirst("/+$", "");
    }

    private static Optional<Problem> checkHost(FormField field, String value) {
        var withPort = HOST_WITH_PORT.matcher(value);
        if (withPort.matches()) {
            return problem(field, Cause.HOST_WITH_PORT, withPort.group(1), withPort.group(2));
        }
        if (BLANK.matcher(value).find()) {
            return problem(field, Cause.HAS_BLANKS, value);
        }
        boolean form = HOST.matcher(value).matches() && !value.contains("..");
        return form ? Optional.empty() : problem(field, Cause.NOT_A_HOST, value);
    }

    private static Optional<Problem> checkMail(FormField field, String value) {
        if (BLANK.matcher(value).find()) {
            return problem(field, Cause.HAS_BLANKS, value);
        }
        if (value.indexOf('@') < 0) {
            return problem(field, Cause.NO_AT_SIGN, value);
        }
        return MAIL.matcher(value).matches() ? Optional.empty() : problem(field, Cause.NOT_A_MAIL_ADDRESS, value);
    }

    private static Optional<Problem> checkAddress(FormField field, String value) {
        try {
            URI read = new URI(value);
            String host = read.getHost();
            if (host == null || read.getUserInfo() != null) {
                return problem(field, Cause.NOT_AN_ADDRESS, value);
            }
            boolean safe = "https".equalsIgnoreCase(read.getScheme())
                    || "http".equalsIgnoreCase(read.getScheme()) && isLoopback(host);
            return safe ? Optional.empty() : problem(field, Cause.NOT_PROTECTED, value);
        } catch (URISyntaxException e) {
            return problem(field, Cause.NOT_AN_ADDRESS, value);
        }
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("[::1]")
                || LOOPBACK_V4.matcher(name).matches();
    }

    static boolean isPort(String value) {
        return value.matches("\\d{1,5}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= LAST_PORT;
    }

    private static Optional<Problem> problem(FormField field, Cause cause, String... arguments) {
        return Optional.of(Problem.of(field, cause, arguments));
    }
}
