package org.kontor.channel.bluesky.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.SettingSpec;
import org.kontor.api.channel.SettingSpec.Kind;
import org.kontor.channel.http.WebAddress;

/** What an account is set up with. */
final class BlueskySettings {
    static final String SERVICE = "service";
    static final String HANDLE = "handle";
    static final String PASSWORD = "password";
    static final String DIRECTORY = "directory";
    static final String LANGUAGES = "languages";

    static final List<SettingSpec> SPECS = List.of(
            SettingSpec.of(SERVICE, Kind.ADDRESS, true, "https://bsky.social"),
            SettingSpec.of(HANDLE, Kind.TEXT, true, ""),
            SettingSpec.of(PASSWORD, Kind.SECRET, true, ""),
            SettingSpec.of(LANGUAGES, Kind.TEXT, false, "").onDemand(),
            SettingSpec.of(DIRECTORY, Kind.ADDRESS, false, "https://plc.directory")
                    .onDemand());

    private BlueskySettings() {}

    /**
     * The server's address.
     *
     * @throws IllegalArgumentException naming the setting, if it cannot be used
     */
    static URI service(AccountContext account) {
        return address(account, SERVICE);
    }

    /** Where DIDs are looked up; the same rules. */
    static URI directory(AccountContext account) {
        return address(account, DIRECTORY);
    }

    private static URI address(AccountContext account, String setting) {
        try {
            return WebAddress.parse(account.setting(setting));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
        }
    }

    /** The handle without the @ and the invisible marks that come along when it is copied from a page. */
    static String handle(AccountContext account) {
        return account.setting(HANDLE)
                .replaceAll("[\\s\\p{Cf}]", "")
                .replaceFirst("^@", "")
                .toLowerCase(Locale.ROOT);
    }

    static Optional<String> password(AccountContext account) {
        return account.secret(PASSWORD).map(String::strip).filter(p -> !p.isEmpty());
    }

    /** Language codes for the replies, at most the three that a post may have; what is no code is left away. */
    static List<String> languages(AccountContext account) {
        List<String> codes = new ArrayList<>();
        for (String code : account.setting(LANGUAGES).split("[,;\\s]+")) {
            if (code.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") && codes.size() < 3) {
                codes.add(code);
            }
        }
        return List.copyOf(codes);
    }
}
