package org.kontor.channel.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.api.channel.Capabilities;
import org.kontor.api.channel.Idempotency;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.SettingSpec;
import org.kontor.channel.mail.internal.MailSettings.Endpoint;
import org.kontor.channel.mail.internal.session.Means;
import org.kontor.channel.mail.internal.wire.Timing;

class SettingsTest {
    private final MailConnector connector = new MailConnector(
            new Means(TestReach.direct(), Timing.USUAL, Clock.systemUTC(), SilentLog.make(), Means.MAX_MAIL));

    @Test
    void everySettingHasItsWordsInBothLanguages() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH}) {
            for (SettingSpec spec : connector.settings()) {
                assertText("setting." + spec.name(), locale);
                assertText("setting." + spec.name() + ".hint", locale);
                spec.choices().forEach(choice -> assertText("setting." + spec.name() + "." + choice, locale));
            }
            assertText("name", locale);
        }
        assertThat(connector.text("setting.password", Locale.GERMAN)).isEqualTo("Passwort");
        assertThat(connector.text("setting.password", Locale.FRENCH)).isEqualTo("Password");
        assertThat(connector.text("no.such.key", Locale.GERMAN)).isEqualTo("no.such.key");
    }

    private void assertText(String key, Locale locale) {
        assertThat(connector.text(key, locale)).as(key).isNotEqualTo(key).isNotBlank();
    }

    @Test
    void mailIsAnsweredDirectlyWithoutATextLimitUnderAChosenId() {
        Capabilities can = connector.capabilities();
        assertThat(can.replies()).containsOnlyKeys(ReplyMode.DIRECT);
        assertThat(can.limits(ReplyMode.DIRECT)).isEmpty();
        assertThat(can.idempotency()).isEqualTo(Idempotency.CHOSEN_ID);
        assertThat(can.attachments().maxBytes()).isEqualTo(25L * 1024 * 1024);
        assertThat(can.moderation()).isEmpty();
        assertThat(can.privateReply()).isNull();
    }

    @Test
    void protectionIsTheFirstChoiceAndTheUserIsTheAddress() throws Exception {
        FakeAccount account = new FakeAccount()
                .set(MailSettings.IMAP_HOST, "imap.nordwind.example")
                .set(MailSettings.SMTP_HOST, "smtp.nordwind.example");
        MailSettings settings = MailSettings.of(account);
        assertThat(settings.imap())
                .isEqualTo(new Endpoint(
                        "imap", "imap.nordwind.example", 993, Security.TLS, FakeAccount.ADDRESS, "password"));
        assertThat(settings.smtp())
                .isEqualTo(new Endpoint(
                        "smtp", "smtp.nordwind.example", 465, Security.TLS, FakeAccount.ADDRESS, "password"));
        assertThat(settings.inbox()).isEqualTo("INBOX");
    }

    @Test
    void aMissingSettingIsNamedOnOpening() {
        assertThatThrownBy(() -> connector.open(new FakeAccount()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(MailSettings.IMAP_HOST);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        imap.port     | 0            | imap.port
        imap.port     | 70000        | imap.port
        smtp.port     | smtp         | smtp.port
        imap.host     | a b          | imap.host
        smtp.host     | x/y          | smtp.host
        imap.security | ssl          | imap.security
        address       | niemand      | address
        address       | a@b@c        | address
        address       | a@b..c       | address
        sent.copy     | maybe        | sent.copy
        imap.host     | mx.example   | imap.security
        smtp.host     | 127.0.0.1.x  | smtp.security
        """)
    void whatCannotBeUsedIsNamed(String name, String value, String blamed) {
        FakeAccount account = new FakeAccount().local(143, 25).set(name, value);
        assertThatThrownBy(() -> MailSettings.of(account))
                .isInstanceOfSatisfying(
                        SettingException.class, e -> assertThat(e.setting()).isEqualTo(blamed));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,true",
        "127.0.0.1,true",
        "127.1.2.3,true",
        "::1,true",
        "mail.localhost,true",
        "localhost.example.org,false",
        "10.0.0.1,false",
        "example.org,false"
    })
    void thisMachineIsKnownByItsName(String host, boolean loopback) {
        assertThat(MailSettings.isLoopback(host)).isEqualTo(loopback);
    }

    @Test
    void ownMessageIdsAreKnownAndOthersAreNot() {
        Identity identity = Identity.of("Hilfe@Nordwind.example", "info@zweit.example; noch@dritt.example");
        assertThat(identity.isOwnMessageId(Corpus.KEY)).isTrue();
        assertThat(identity.isOwnMessageId(Corpus.KEY.replace("nordwind", "zweit")))
                .isTrue();
        assertThat(identity.isOwnMessageId(Corpus.KEY.replace("nordwind", "fremd")))
                .isFalse();
        assertThat(identity.isOwnMessageId("<abc@nordwind.example>")).isFalse();
        assertThat(identity.isOwn("HILFE@nordwind.EXAMPLE")).isTrue();
        assertThat(identity.isOwn("noch@dritt.example")).isTrue();
    }
}
