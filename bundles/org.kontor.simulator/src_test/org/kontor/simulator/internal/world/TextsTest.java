package org.kontor.simulator.internal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kontor.simulator.Channel;
import org.kontor.simulator.CustomerMessage.Form;

class TextsTest {

    private static final List<String> TOPICS =
            List.of("product", "problem", "complaint", "praise", "discount", "order", "job");

    private static List<Text> openings() {
        List<Text> openings = new ArrayList<>();
        for (BrandSpec brand : BrandSpec.ALL) {
            Library library = new Library(brand.key() + ".txt");
            openings.addAll(library.find("mail"));
            openings.addAll(library.find("post"));
        }
        return openings;
    }

    @Test
    void thereAreMoreThan120OpeningsAboutEverything() {
        Set<String> distinct = new HashSet<>();
        openings().forEach(text -> distinct.add(text.body()));
        assertThat(distinct).hasSizeGreaterThanOrEqualTo(120);
        assertThat(openings()).extracting(Text::topic).containsAll(TOPICS).isSubsetOf(TOPICS);
        assertThat(openings()).extracting(Text::language).containsOnly("de", "en");
    }

    @Test
    void everyPostFitsIntoThreeHundredCharactersWithItsLongestWords() {
        for (BrandSpec brand : BrandSpec.ALL) {
            Library library = new Library(brand.key() + ".txt");
            Map<String, List<String>> longest = new TreeMap<>();
            library.slots()
                    .forEach((slot, values) -> longest.put(
                            slot,
                            List.of(values.stream()
                                    .max(Comparator.comparing(String::length))
                                    .orElseThrow())));
            List<Text> posts = new ArrayList<>(library.find("post"));
            posts.addAll(library.find("own"));
            for (Text thread : library.find("thread")) {
                for (String part : thread.body().split("\n-- ")) {
                    posts.add(new Text("post", thread.language(), "", false, part));
                }
            }
            for (Text post : posts) {
                String name = "Bartholomäus Wagenknecht";
                String filled = new Filling(brand, name, longest, new Random(1)).fill(post.body());
                assertThat(graphemes("@" + brand.handle() + " " + filled))
                        .as(filled)
                        .isLessThanOrEqualTo(300);
            }
        }
    }

    private static int graphemes(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance();
        characters.setText(text);
        int count = 0;
        while (characters.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    @Test
    void everySlotIsFilledAndEveryMailHasASubject() {
        Beats beats = new Beats(11);
        for (int i = 0; i < 3000; i++) {
            Beat beat = beats.next();
            assertThat(beat.message().text()).doesNotContain("{", "}");
            if (beat.kind() == Beat.Kind.OPENING && beat.channel() == Channel.MAIL) {
                assertThat(String.valueOf(beat.message().subject()))
                        .isNotBlank()
                        .hasSizeLessThan(120);
                assertThat(beat.message().text()).hasSizeGreaterThan(30);
            }
        }
    }

    @Test
    void theScriptHasAllThatHappensInLife() {
        Beats beats = new Beats(5);
        Set<Beat.Kind> kinds = new HashSet<>();
        Set<Form> forms = new HashSet<>();
        int patient = 0;
        int regretting = 0;
        int choruses = 0;
        for (int i = 0; i < 2000; i++) {
            Beat beat = beats.next();
            kinds.add(beat.kind());
            forms.add(beat.message().form());
            patient += beat.patience() > 0 ? 1 : 0;
            regretting += beat.regret() > 0 ? 1 : 0;
            choruses += beat.choruses().size();
        }
        assertThat(kinds).containsExactlyInAnyOrder(Beat.Kind.values());
        assertThat(forms).containsExactlyInAnyOrder(Form.values());
        assertThat(patient).isGreaterThan(100);
        assertThat(regretting).isGreaterThan(15);
        assertThat(choruses).isGreaterThan(100);
    }

    @Test
    void theSameSeedGivesTheSameScript() {
        Beats one = new Beats(42);
        Beats same = new Beats(42);
        Beats other = new Beats(43);
        List<Beat> first = new ArrayList<>();
        List<Beat> second = new ArrayList<>();
        List<Beat> third = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            first.add(one.next());
            second.add(same.next());
            third.add(other.next());
        }
        assertThat(second).isEqualTo(first);
        assertThat(third).isNotEqualTo(first);
    }
}
