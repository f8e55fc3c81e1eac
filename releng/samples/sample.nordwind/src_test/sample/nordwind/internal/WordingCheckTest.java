package sample.nordwind.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.id.ConversationId;
import org.kontor.api.reply.Finding;
import org.kontor.api.reply.Finding.Level;
import org.kontor.api.reply.ReplyText;
import org.kontor.api.store.ConversationRef;

class WordingCheckTest {
    private final Settings settings = new Settings();

    @Test
    void aPromiseStopsTheReplyAndIsPointedAt() {
        String text = "Hallo Anna, das Paket kommt Garantiert\n morgen an.";
        Finding finding = check(text).get(0);
        assertEquals(Level.STOP, finding.level());
        assertEquals("Garantiert\n morgen", text.substring(finding.from(), finding.to()));
        assertEquals(Level.STOP, check("You will surely get a refund.").get(0).level());
        assertEquals(Level.STOP, check("It has a lifetime warranty.").get(0).level());
    }

    @Test
    void wordsThatOnlyLookLikeAPromiseMayGo() {
        assertEquals(List.of(Level.PASSED), levels("Ungarantiert morgens."));
        assertEquals(List.of(Level.PASSED), levels("We cannot say whether it arrives tomorrow."));
    }

    @Test
    void aGermanReplyUsesTheFormOfAddressOfTheClient() {
        String polite = "Danke für die Nachricht, wir prüfen das und melden uns bei Ihnen.";
        String familiar = "Danke für die Nachricht, wir prüfen das und melden uns bei dir.";
        assertEquals(List.of(Level.ADVICE), levels(polite));
        assertEquals(List.of(Level.PASSED), levels(familiar));
        settings.keep(java.util.Map.of("form", "SIE"));
        assertEquals(List.of(Level.PASSED), levels(polite));
        assertEquals(List.of(Level.ADVICE), levels(familiar));
    }

    @Test
    void theSignatureAndOtherLanguagesAreNoMatterOfAddress() {
        assertEquals(List.of(Level.PASSED), levels("Sie ist da, die Jacke, und wir freuen uns.\nIhr Team von Nordwind"));
        assertEquals(List.of(Level.PASSED), levels("Sie, du: we say du and dich in German, that is what we do."));
    }

    @Test
    void nothingIsSaidOfAnEmptyReply() {
        assertEquals(List.of(), levels(" \n"));
    }

    private List<Level> levels(String text) {
        return check(text).stream().map(Finding::level).toList();
    }

    private List<Finding> check(String text) {
        ReplyText reply = new ReplyText(
                new ConversationRef(Desk.NORDWIND.id(), new ConversationId(1)),
                Desk.NORDWIND,
                new ChannelType("mail"),
                ReplyMode.values()[0],
                text);
        return new WordingCheck(settings).check(reply, Desk.scope(), Locale.GERMAN, new NullProgressMonitor());
    }
}
