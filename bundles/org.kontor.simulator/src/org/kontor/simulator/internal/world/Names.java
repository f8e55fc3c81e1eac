package org.kontor.simulator.internal.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Names of people who do not exist. */
final class Names {

    private final Map<String, List<String>> lists = new HashMap<>();

    Names() {
        for (String line : Library.lines("names.txt").split("\n")) {
            String[] words = line.split(" ");
            if (!line.startsWith("#") && words.length > 2) {
                lists.put(words[0] + words[1], List.of(words).subList(2, words.length));
            }
        }
    }

    /** First and last name of somebody who speaks that language. */
    String next(String language, RandomGenerator random) {
        return pick("first" + language, random) + " " + pick("last" + language, random);
    }

    private String pick(String list, RandomGenerator random) {
        List<String> names = Objects.requireNonNull(lists.get(list), list);
        return names.get(random.nextInt(names.size()));
    }
}
