package org.kontor.desk.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Colour;
import org.kontor.api.id.BrandId;
import org.kontor.api.reply.Finding;
import org.kontor.api.reply.Finding.Level;

class ChecksTest {
    private static final List<Brand> BRANDS =
            List.of(brand(1, "Nordwind Outdoor"), brand(2, "Alma"), brand(3, "Nordwind"), brand(4, "Lumio Light"));

    private static Brand brand(long id, String name) {
        return new Brand(new BrandId(id), null, name, Colour.of("#c2410c"), ZoneId.of("Europe/Berlin"), "");
    }

    private static Finding named(int own, String text) {
        List<Finding> found = BrandCheck.names(text, BRANDS.get(own), BRANDS, Locale.ENGLISH);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void anotherBrandIsNamedWithItsPlace() {
        Finding found = named(0, "Our friends at ALMA roast it");
        assertThat(found.level()).isEqualTo(Level.ADVICE);
        assertThat(found.sentence()).isEqualTo("Names another brand: Alma");
        assertThat("Our friends at ALMA roast it".substring(found.from(), found.to()))
                .isEqualTo("ALMA");
    }

    @Test
    void partsOfWordsAndPartsOfOnesOwnNameAreNoOtherBrand() {
        assertThat(named(0, "Die Almanachseite, das Nordwind-Team").level()).isEqualTo(Level.PASSED);
        assertThat(named(2, "Nordwind Outdoor").level()).isEqualTo(Level.PASSED);
        assertThat(BrandCheck.names("x", BRANDS.get(0), BRANDS, Locale.GERMAN)
                        .getFirst()
                        .sentence())
                .isEqualTo("Marke");
    }

    private static Level level(String text) {
        return PersonalDataCheck.look(text, Locale.ENGLISH).getFirst().level();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please pay to DE89 3704 0044 0532 0130 00 IN ADVANCE",
                "IBAN: GB82WEST12345698765432.",
                "card 4111 1111 1111 1111",
                "card 5555-5555-5555-4444, thanks"
            })
    void accountsAndCardsStopAPublicReply(String text) {
        assertThat(level(text)).isEqualTo(Level.STOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89 3704 0044 0532 0130 01",
                "order 4111 1111 1111 1112",
                "48213, 39877 and 2026-11-27 18:30, 380,00 EUR",
                "Zwischen 10 und 18 Uhr, 0,5 l, 1.000.000",
                "Tracking 00340434161094042557",
                ""
            })
    void ordinaryNumbersPass(String text) {
        assertThat(level(text)).isEqualTo(Level.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Call +49 431 5551234", "Tel. 0431/5551234", "0171 5551234 please"})
    void aTelephoneNumberIsForTheAgentToJudge(String text) {
        assertThat(level(text)).isEqualTo(Level.ADVICE);
    }

    /** Random German account numbers: the valid one is found wherever it stands, with one digit changed it is none. */
    @Test
    void everyValidIbanIsFoundAndNoOther() {
        long seed = Long.getLong("kontor.seed", System.nanoTime());
        System.out.println("kontor: checks seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            String account = random.ints(18, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
            int rest = new BigInteger(account + "131400")
                    .mod(BigInteger.valueOf(97))
                    .intValue();
            String iban = "DE" + String.format("%02d", 98 - rest) + account;
            String grouped = iban.replaceAll("(.{4})(?=.)", "$1 ");
            for (String text : List.of("Bitte an " + iban + ", danke", grouped + " ERST DANN", "(" + grouped + ")")) {
                Finding found = PersonalDataCheck.look(text, Locale.ENGLISH).getFirst();
                assertThat(found.level()).as("seed %d: %s", seed, text).isEqualTo(Level.STOP);
                assertThat(text.substring(found.from(), found.to()).replace(" ", ""))
                        .isEqualTo(iban);
            }
            int at = 4 + random.nextInt(18);
            char other = (char) ('0' + (iban.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            String wrong = iban.substring(0, at) + other + iban.substring(at + 1);
            assertThat(PersonalDataCheck.look(wrong, Locale.ENGLISH))
                    .as("seed %d: %s", seed, wrong)
                    .noneMatch(finding -> finding.sentence().contains("IBAN"));
        }
    }
}
