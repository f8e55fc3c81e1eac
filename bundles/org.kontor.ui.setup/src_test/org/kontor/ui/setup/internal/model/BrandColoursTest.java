package org.kontor.ui.setup.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kontor.api.account.Colour;
import org.kontor.ui.common.look.Contrast;
import org.kontor.ui.setup.internal.model.BrandColours.Offer;
import org.kontor.ui.setup.internal.model.BrandColours.Remark;

class BrandColoursTest {
    private static final Colour WHITE = Colour.of("#ffffff");
    private static final Colour BLACK = Colour.of("#000000");

    @Test
    void everyOfferStandsOutAndCarriesWhiteLetters() {
        for (Offer offer : BrandColours.offers()) {
            assertThat(Contrast.ratio(offer.colour(), WHITE)).as(offer.name()).isGreaterThanOrEqualTo(Contrast.TEXT);
            assertThat(Contrast.ratio(offer.colour(), BLACK))
                    .as(offer.name())
                    .isGreaterThanOrEqualTo(BrandColours.MARK);
            assertThat(TestMessages.of(Locale.GERMAN).has("colour." + offer.name()))
                    .isTrue();
        }
    }

    @Test
    void noTwoOffersAreAlike() {
        List<Offer> offers = BrandColours.offers();
        for (Offer one : offers) {
            for (Offer other : offers) {
                if (one != other) {
                    assertThat(BrandColours.distance(one.colour(), other.colour()))
                            .as(one.name() + " and " + other.name())
                            .isGreaterThan(BrandColours.ALIKE);
                }
            }
        }
    }

    @Test
    void aProposalIsAlwaysOneThatNobodyHasWhileThereIsOne() {
        List<Colour> used = new ArrayList<>();
        for (int i = 0; i < BrandColours.offers().size(); i++) {
            Colour next = BrandColours.propose(used);
            assertThat(used).doesNotContain(next);
            used.add(next);
        }
        assertThat(BrandColours.propose(used)).isIn(used);
    }

    @Test
    void theFirstProposalsDifferMuch() {
        List<Colour> used = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Colour next = BrandColours.propose(used);
            assertThat(used)
                    .allSatisfy(other ->
                            assertThat(BrandColours.distance(next, other)).isGreaterThan(BrandColours.APART));
            used.add(next);
        }
    }

    @Test
    void aColourIsRemarkedUpon() {
        assertThat(BrandColours.remark(Colour.of("#c2410c"), List.of())).isEqualTo(Remark.GOOD);
        assertThat(BrandColours.remark(Colour.of("#ffe066"), List.of())).isEqualTo(Remark.TOO_LIGHT);
        assertThat(BrandColours.remark(Colour.of("#0b1f3a"), List.of())).isEqualTo(Remark.TOO_DARK);
        assertThat(BrandColours.remark(Colour.of("#c2410d"), List.of(Colour.of("#c2410c"))))
                .isEqualTo(Remark.LIKE_ANOTHER);
    }

    @Test
    void aColourIsReadAsPeopleTypeIt() {
        assertThat(BrandColours.parse(" #C2410C ")).contains(Colour.of("#c2410c"));
        assertThat(BrandColours.parse("c2410c")).contains(Colour.of("#c2410c"));
        assertThat(BrandColours.parse("#f00")).contains(Colour.of("#ff0000"));
        assertThat(BrandColours.parse("red")).isEmpty();
        assertThat(BrandColours.parse("")).isEmpty();
    }
}
