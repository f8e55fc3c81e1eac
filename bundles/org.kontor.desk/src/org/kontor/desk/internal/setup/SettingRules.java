package org.kontor.desk.internal.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.SettingSpec;

/** What a setting's kind demands of its value. */
final class SettingRules {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:-]{0,253}[A-Za-z0-9])?|\\[[0-9a-fA-F:]+]");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s]+");
    private static final int LAST_PORT = 65_535;

    private SettingRules() {}

    /** The first value that does not do, as a fault that names its setting. */
    static Optional<Fault> firstProblem(List<SettingSpec> specs, Map<String, String> values) {
        for (SettingSpec spec : specs) {
            String problem = problem(
                    spec, values.getOrDefault(spec.name(), spec.initial()).strip());
            if (problem != null) {
                return Optional.of(Fault.ofSetting(FaultKind.SETTINGS, spec.name(), problem));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String problem(SettingSpec spec, String value) {
        if (value.isEmpty()) {
            return spec.required() ? "is required" : null;
        }
        return switch (spec.kind()) {
            case TEXT, SECRET -> null;
            case HOST -> HOST.matcher(value).matches() ? null : "is not a host name";
            case PORT -> port(value) ? null : "must be a number from 1 to 65535";
            case MAIL_ADDRESS -> MAIL.matcher(value).matches() ? null : "is not a mail address";
            case ADDRESS -> ADDRESS.matcher(value).matches() ? null : "must begin with https://";
            case CHOICE -> spec.choices().contains(value) ? null : "must be one of " + spec.choices();
            case SWITCH -> value.equals("true") || value.equals("false") ? null : "must be true or false";
        };
    }

    private static boolean port(String value) {
        try {
            int port = Integer.parseInt(value);
            return port >= 1 && port <= LAST_PORT;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
