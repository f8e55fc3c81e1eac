package org.kontor.ui.setup.internal.model;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.ui.setup.internal.model.Problem.Cause;

/** Makes a handle of whatever people paste: with an @, as the address of a profile, with invisible marks. */
final class HandleAssist implements Assist {
    private static final String HANDLE = "handle";
    private static final Pattern PROFILE = Pattern.compile("^(?:https?://)?[^/@]+/profile/([^/?#]+).*$");
    /** AT Protocol, handle specification: labels of letters, digits and hyphens, at least two, the last not of digits. */
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    @Override
    public String normalise(String name, String value) {
        if (!name.equals(HANDLE)) {
            return value;
        }
        String bare = SettingRules.visible(value).replaceAll("\\s", "");
        Matcher profile = PROFILE.matcher(bare);
        if (profile.matches()) {
            bare = profile.group(1);
        }
        return bare.replaceFirst("^(at://|@)+", "").replaceFirst("[./]+$", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Problem> check(FormField field, String value) {
        if (!field.name().equals(HANDLE) || value.isEmpty() || value.startsWith("did:")) {
            return Optional.empty();
        }
        if (value.indexOf('.') < 0) {
            return Optional.of(Problem.of(field, Cause.NO_DOT_IN_HANDLE, value));
        }
        return FORM.matcher(value).matches()
                ? Optional.empty()
                : Optional.of(Problem.of(field, Cause.NOT_A_HANDLE, value));
    }

    @Override
    public String accountName(UnaryOperator<String> value) {
        String handle = normalise(HANDLE, value.apply(HANDLE));
        return handle.isEmpty() || handle.startsWith("did:") ? handle : "@" + handle;
    }
}
