package org.kontor.ui.escalation.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.User;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Colour;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseFacts;
import org.kontor.api.cases.CaseNumber;
import org.kontor.api.cases.Category;
import org.kontor.api.cases.Severity;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.CaseId;
import org.kontor.api.id.ClientId;
import org.kontor.ui.common.format.Times;

class CaseWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T14:30:00Z");
    /** 01:15 of the next day in Tokyo, 17:15 of the same in Berlin. */
    private static final Instant DUE = Instant.parse("2026-11-27T16:15:00Z");

    @Test
    void whatWasPromisedIsSaidInTheBrandsTimeAsItsFieldDoes() throws MalformedURLException {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        Brand brand = new Brand(new BrandId(1), new ClientId(1), "Sakura", Colour.of("#c2410c"), tokyo, "");
        assertThat(new DueText(Locale.ENGLISH, tokyo).print(DUE)).isEqualTo("2026-11-28 01:15");
        assertThat(words(NOW).clockSentence(file(brand))).isEqualTo("left until what was promised, tomorrow 01:15");
        assertThat(words(DUE.plusSeconds(7200)).clockSentence(file(brand)))
                .isEqualTo("What was promised was due today 01:15.");
    }

    /** Words for somebody in Berlin. */
    private static CaseWords words(Instant now) throws MalformedURLException {
        URL here = Path.of("").toAbsolutePath().toUri().toURL();
        Messages messages = new Messages(Locale.ENGLISH, new URLClassLoader(new URL[] {here}, null));
        return new CaseWords(messages, Times.of(Locale.ENGLISH, ZoneId.of("Europe/Berlin"), () -> now), () -> now);
    }

    private static CaseFile file(Brand brand) {
        CaseFacts facts = new CaseFacts("Jacke undicht", Severity.HIGH, Category.PRODUCT, "", "", null, DUE);
        Case open = new Case(
                new CaseId(7), brand.id(), new CaseNumber(2026, 7), facts, List.of(), NOW, User.LOCAL, null, 1);
        return new CaseFile(open, brand, List.of(), List.of(), List.of());
    }
}
