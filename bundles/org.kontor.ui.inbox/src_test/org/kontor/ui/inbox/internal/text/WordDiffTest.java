package org.kontor.ui.inbox.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kontor.ui.inbox.internal.text.WordDiff.Kind;
import org.kontor.ui.inbox.internal.text.WordDiff.Piece;

class WordDiffTest {
    private static String join(List<Piece> pieces, Kind without) {
        return pieces.stream().filter(p -> p.kind() != without).map(Piece::text).collect(Collectors.joining());
    }

    @Test
    void whatWasTakenOutStandsBeforeWhatWasPutIn() {
        assertThat(WordDiff.between("380 € für nichts.", "380 € für alles."))
                .containsExactly(
                        new Piece(Kind.SAME, "380 € für "),
                        new Piece(Kind.REMOVED, "nichts"),
                        new Piece(Kind.ADDED, "alles"),
                        new Piece(Kind.SAME, "."));
    }

    @Test
    void bothVersionsCanBeReadFromIt() {
        long seed = 7;
        Random random = new Random(seed);
        String[] words = {"die ", "Jacke ", "ist ", "nass", ". ", "Größe ", "\n", "😀"};
        for (int run = 0; run < 500; run++) {
            String before = text(random, words);
            String after = text(random, words);
            List<Piece> pieces = WordDiff.between(before, after);
            assertThat(join(pieces, Kind.ADDED)).as("seed %d", seed).isEqualTo(before);
            assertThat(join(pieces, Kind.REMOVED)).as("seed %d", seed).isEqualTo(after);
        }
    }

    @Test
    void aNovelCountsAsRewritten() {
        assertThat(WordDiff.between("a ".repeat(5_000), "b ".repeat(5_000))).hasSize(2);
    }

    private static String text(Random random, String[] words) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(words[random.nextInt(words.length)]);
        }
        return text.toString();
    }
}
