package org.kontor.ui.setup.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FormModelTest {
    private final List<FormField> mail = FormField.of(new ConnectorWords(FakeConnector.mail(), Locale.ENGLISH));
    private final List<FormField> bluesky = FormField.of(new ConnectorWords(FakeConnector.bluesky(), Locale.ENGLISH));

    @Test
    void fieldsCarryTheWordsOfTheConnector() {
        assertThat(mail.get(2).label()).isEqualTo("Incoming server (IMAP)");
        assertThat(mail.get(0).hint()).isEqualTo("The address that customers write to");
        assertThat(mail.get(2).hint()).isEmpty();
        assertThat(mail.get(4).choiceLabel("starttls")).isEqualTo("STARTTLS");
    }

    @Test
    void nothingIsCalledWrongBeforeTheUserHasBeenThere() {
        FormModel form = FormModel.fresh(mail, Assist.NONE);
        assertThat(form.valid()).isFalse();
        assertThat(form.shown("imap.host")).isEmpty();
        form.set("imap.host", "imap gmx");
        assertThat(form.shown("imap.host")).isEmpty();
        form.leave("imap.host");
        assertThat(form.shown("imap.host")).map(Problem::cause).contains(Problem.Cause.HAS_BLANKS);
        form.set("imap.host", "imap.gmx.net");
        assertThat(form.shown("imap.host")).isEmpty();
    }

    @Test
    void afterAnAttemptToGoOnEverythingWrongIsSaid() {
        FormModel form = FormModel.fresh(mail, Assist.NONE);
        form.showAll();
        assertThat(form.fields().stream().filter(f -> form.shown(f.name()).isPresent()))
                .extracting(FormField::name)
                .containsExactly("address", "imap.host", "smtp.host", "password");
        assertThat(form.problems()).hasSize(4);
    }

    @Test
    void leavingAFieldTidiesItUp() {
        FormModel form = FormModel.fresh(mail, Assist.NONE);
        form.set("imap.host", " https://IMAP.gmx.net/ ");
        form.leave("imap.host");
        assertThat(form.value("imap.host")).isEqualTo("imap.gmx.net");
    }

    @Test
    void anAddressFillsInItsServersUnlessTheyWereTyped() {
        FormModel form = FormModel.fresh(mail, Assist.of("mail"));
        form.set("smtp.host", "mail.own.example");
        form.set("address", "hilfe@web.de");
        assertThat(form.value("imap.host")).isEqualTo("imap.web.de");
        assertThat(form.value("user")).isEqualTo("hilfe");
        assertThat(form.value("smtp.host")).isEqualTo("mail.own.example");
        form.set("address", "hilfe@nordwind.example");
        assertThat(form.value("imap.host")).isEqualTo("imap.nordwind.example");
        assertThat(form.value("user")).isEmpty();
    }

    @Test
    void aFieldThatWasEmptiedTakesProposalsAgain() {
        FormModel form = FormModel.fresh(mail, Assist.of("mail"));
        form.set("imap.host", "mine.example");
        form.set("imap.host", "");
        form.set("address", "hilfe@posteo.de");
        assertThat(form.value("imap.host")).isEqualTo("posteo.de");
    }

    @Test
    void theUsualPortFollowsTheProtection() {
        FormModel form = FormModel.fresh(mail, Assist.of("mail"));
        form.set("imap.security", "starttls");
        assertThat(form.value("imap.port")).isEqualTo("143");
        form.set("smtp.port", "2525");
        form.set("smtp.security", "starttls");
        assertThat(form.value("smtp.port")).isEqualTo("2525");
    }

    @Test
    void theProviderWithStarttlsBringsItsPort() {
        FormModel form = FormModel.fresh(mail, Assist.of("mail"));
        form.set("address", "hilfe@outlook.com");
        assertThat(form.value("smtp.security")).isEqualTo("starttls");
        assertThat(form.value("smtp.port")).isEqualTo("587");
        assertThat(form.advice()).contains("advice.microsoft");
    }

    @Test
    void whatIsPastedForAHandleBecomesTheHandle() {
        FormModel form = FormModel.fresh(bluesky, Assist.of("bluesky"));
        for (String pasted : List.of(
                "@Alma.bsky.social",
                " alma.bsky.social ",
                "https://bsky.app/profile/alma.bsky.social",
                "bsky.app/profile/alma.bsky.social/post/3kabc",
                "at://alma.bsky.social",
                "\u202aalma.bsky.social\u202c")) {
            form.set("handle", pasted);
            form.leave("handle");
            assertThat(form.value("handle")).as(pasted).isEqualTo("alma.bsky.social");
            assertThat(form.accountName()).isEqualTo("@alma.bsky.social");
        }
        form.set("handle", "alma");
        assertThat(form.shown("handle")).map(Problem::cause).contains(Problem.Cause.NO_DOT_IN_HANDLE);
        form.set("handle", "al_ma.bsky.social");
        assertThat(form.shown("handle")).map(Problem::cause).contains(Problem.Cause.NOT_A_HANDLE);
    }

    @Test
    void aKeptFormIsDirtyOnlyWhereItDiffersAndTakesThatBack() {
        FormModel form = FormModel.of(mail, Assist.of("mail"), kept());
        assertThat(form.dirty()).isFalse();
        assertThat(form.valid()).isTrue();
        form.set("imap.host", " imap.gmx.net ");
        assertThat(form.dirty()).as("blanks make no difference").isFalse();
        form.set("imap.host", "imap.web.de");
        assertThat(form.dirty()).isTrue();
        assertThat(form.dirty("imap.port")).isFalse();
        form.revert();
        assertThat(form.dirty()).isFalse();
        assertThat(form.value("imap.host")).isEqualTo("imap.gmx.net");
    }

    @Test
    void nothingIsProposedForWhatIsKept() {
        FormModel form = FormModel.of(mail, Assist.of("mail"), kept());
        form.set("address", "hilfe@web.de");
        assertThat(form.value("imap.host")).isEqualTo("imap.gmx.net");
    }

    @Test
    void anEmptySecretOfAKeptAccountIsLeftAsItIs() {
        FormModel form = FormModel.of(mail, Assist.NONE, kept());
        assertThat(form.values()).doesNotContainKey("password");
        form.set("password", "neu");
        assertThat(form.dirty()).isTrue();
        assertThat(form.values()).containsEntry("password", "neu");
        form.saved(form.values());
        assertThat(form.value("password")).isEmpty();
        assertThat(form.dirty()).isFalse();
    }

    @Test
    void whatIsTypedDuringSavingStaysAndStaysDirty() {
        FormModel form = FormModel.of(mail, Assist.NONE, kept());
        form.set("imap.host", "imap.web.de");
        Map<String, String> saving = form.values();
        form.set("imap.host", "imap.posteo.de");
        form.saved(saving);
        assertThat(form.value("imap.host")).isEqualTo("imap.posteo.de");
        assertThat(form.dirty("imap.host")).isTrue();
        form.revert();
        assertThat(form.value("imap.host")).isEqualTo("imap.web.de");
    }

    @Test
    void aChangeFromElsewhereReachesOnlyFieldsThatWereLeftAlone() {
        FormModel form = FormModel.of(mail, Assist.NONE, kept());
        form.set("imap.host", "imap.web.de");
        Map<String, String> elsewhere = new HashMap<>(kept());
        elsewhere.put("imap.host", "imap.other.example");
        elsewhere.put("imap.port", "143");
        form.keptElsewhere(elsewhere);
        assertThat(form.value("imap.host")).isEqualTo("imap.web.de");
        assertThat(form.value("imap.port")).isEqualTo("143");
    }

    @Test
    void listenersHearOfEveryChangeUntilTheyLeave() {
        FormModel form = FormModel.fresh(mail, Assist.NONE);
        AtomicInteger heard = new AtomicInteger();
        Runnable leave = form.onChange(heard::incrementAndGet);
        form.set("user", "anna");
        form.set("user", "anna");
        assertThat(heard).hasValue(1);
        leave.run();
        form.set("user", "bert");
        assertThat(heard).hasValue(1);
    }

    private static Map<String, String> kept() {
        return Map.of(
                "address", "hilfe@nordwind.example",
                "imap.host", "imap.gmx.net",
                "imap.port", "993",
                "imap.security", "tls",
                "smtp.host", "mail.gmx.net",
                "smtp.port", "465",
                "smtp.security", "tls");
    }
}
