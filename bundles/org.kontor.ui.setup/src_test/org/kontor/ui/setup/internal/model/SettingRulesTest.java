package org.kontor.ui.setup.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.api.channel.SettingSpec;
import org.kontor.api.channel.SettingSpec.Kind;

class SettingRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        HOST         | imap.gmx.net                  | imap.gmx.net           | -
        HOST         | https://Imap.GMX.net/mail     | imap.gmx.net           | -
        HOST         | '  imap.müller.example. '     | imap.xn--mller-kva.example | -
        HOST         | localhost                     | localhost              | -
        HOST         | [::1]                         | [::1]                  | -
        HOST         | imap.gmx.net:993              | imap.gmx.net:993       | HOST_WITH_PORT
        HOST         | two words                     | two words              | HAS_BLANKS
        HOST         | imap..gmx.net                 | imap..gmx.net          | NOT_A_HOST
        HOST         | imap_gmx                      | imap_gmx               | NOT_A_HOST
        HOST         | ''                            | ''                     | MISSING
        PORT         | 0993                          | 993                    | -
        PORT         | 65535                         | 65535                  | -
        PORT         | 65536                         | 65536                  | NOT_A_PORT
        PORT         | 0                             | 0                      | NOT_A_PORT
        PORT         | imap                          | imap                   | NOT_A_PORT
        PORT         | 99999999999                   | 99999999999            | NOT_A_PORT
        MAIL_ADDRESS | hilfe@nordwind.example        | hilfe@nordwind.example | -
        MAIL_ADDRESS | 'Hilfe <hilfe@nordwind.example>' | hilfe@nordwind.example | -
        MAIL_ADDRESS | mailto:hilfe@nordwind.example | hilfe@nordwind.example | -
        MAIL_ADDRESS | grüße@müller.example          | grüße@müller.example   | -
        MAIL_ADDRESS | hilfe                         | hilfe                  | NO_AT_SIGN
        MAIL_ADDRESS | hilfe@                        | hilfe@                 | NOT_A_MAIL_ADDRESS
        MAIL_ADDRESS | a@b@c                         | a@b@c                  | NOT_A_MAIL_ADDRESS
        MAIL_ADDRESS | hilfe @nordwind.example       | hilfe @nordwind.example | HAS_BLANKS
        ADDRESS      | bsky.social                   | https://bsky.social    | -
        ADDRESS      | https://bsky.social/          | https://bsky.social    | -
        ADDRESS      | http://localhost:2583         | http://localhost:2583  | -
        ADDRESS      | http://127.0.0.1:2583         | http://127.0.0.1:2583  | -
        ADDRESS      | http://bsky.social            | http://bsky.social     | NOT_PROTECTED
        ADDRESS      | ftp://bsky.social             | ftp://bsky.social      | NOT_PROTECTED
        ADDRESS      | https://anna:pw@bsky.social   | https://anna:pw@bsky.social | NOT_AN_ADDRESS
        ADDRESS      | https://two words             | https://two words      | NOT_AN_ADDRESS
        CHOICE       | tls                           | tls                    | -
        CHOICE       | ssl                           | ssl                    | NOT_A_CHOICE
        SWITCH       | true                          | true                   | -
        SWITCH       | yes                           | yes                    | NOT_A_CHOICE
        TEXT         | ' Anna '                      | Anna                   | -
        SECRET       | ' with blanks '               | ' with blanks '        | -
        """)
    void whatIsTypedTakesItsFormOrIsNamedAsWrong(Kind kind, String typed, String tidy, Problem.@Nullable Cause cause) {
        FormField field = field(kind);
        String value = SettingRules.normalise(field.spec(), typed);
        assertThat(value).isEqualTo(tidy);
        assertThat(SettingRules.check(field, value).map(Problem::cause)).isEqualTo(Optional.ofNullable(cause));
    }

    @Test
    void whatCannotBeSeenIsTakenOut() {
        assertThat(SettingRules.normalise(field(Kind.HOST).spec(), "\u200bimap.gmx.net\u00a0"))
                .isEqualTo("imap.gmx.net");
        assertThat(SettingRules.normalise(field(Kind.SECRET).spec(), "geheim\r\n"))
                .isEqualTo("geheim");
    }

    @Test
    void theSameValueStaysTheSame() {
        for (Kind kind : Kind.values()) {
            for (String typed : List.of("a", "A.b", "x@y.z", "https://a.b/c", "tls", "true", "99", "")) {
                String once = SettingRules.normalise(field(kind).spec(), typed);
                assertThat(SettingRules.normalise(field(kind).spec(), once)).isEqualTo(once);
            }
        }
    }

    @Test
    void everyProblemNamesTheFieldAndSaysWhatToDoInBothLanguages() {
        for (Problem.Cause cause : Problem.Cause.values()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                Problem problem = new Problem("imap.host", "IMAP-Server", cause, List.of("typed", "993"));
                assertThat(problem.text(TestMessages.of(locale)))
                        .startsWith("IMAP-Server")
                        .endsWith(".")
                        .doesNotContain("{")
                        .matches(".*[.:!] .+");
            }
        }
    }

    private static FormField field(Kind kind) {
        SettingSpec spec = new SettingSpec("field", kind, true, "", List.of("tls", "starttls"), false);
        return new FormField(spec, "Field", "", List.of());
    }
}
