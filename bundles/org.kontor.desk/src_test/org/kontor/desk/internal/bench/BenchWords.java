package org.kontor.desk.internal.bench;

import java.util.Random;

/**
 * Texts whose words are as rare as those of a language: the word of rank r comes about 1/r times as often as the first (Zipf).
 * German and English, with umlauts.
 */
final class BenchWords {
    private static final int WORDS = 20_000;
    private static final String[] SYLLABLES =
            ("ver lie fer ung pa ket rech nung schö ne grü ße wo bleibt mei ne be stel lung dan ke super ser vice the my order"
                            + " still wait ing hel lo kön nen sie das prü fen ta sche far be größe ship ment re fund late")
                    .split(" ");

    private final String[] words = new String[WORDS];
    private final Random random;

    BenchWords(long seed) {
        random = new Random(seed);
        for (int i = 0; i < words.length; i++) {
            StringBuilder word = new StringBuilder();
            for (int s = 0; s < 1 + random.nextInt(4); s++) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words[i] = word.toString();
        }
    }

    /** The word of a rank, the most frequent being 0. */
    String word(int rank) {
        return words[rank];
    }

    /** A text of so many words. */
    String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            // The inverse of the harmonic sum, near enough.
            int rank = (int) Math.min(words.length - 1, Math.exp(random.nextDouble() * Math.log(words.length)) - 1);
            text.append(i == 0 ? "" : " ").append(words[rank]);
        }
        return text.toString();
    }
}
