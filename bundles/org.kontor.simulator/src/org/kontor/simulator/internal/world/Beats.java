package org.kontor.simulator.internal.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.kontor.simulator.CustomerMessage;
import org.kontor.simulator.CustomerMessage.Form;

/**
 * The script: an endless sequence of beats that depends on nothing but the seed. Texts are dealt like cards, so that none
 * comes again before all others of its kind have been used.
 */
final class Beats {

    /** Every so many beats comes an angry thread, and a rush of many messages at once. */
    private static final int THREAD_EVERY = 48;

    private static final int THREAD_AT = 14;
    private static final int RUSH_EVERY = 70;
    private static final int RUSH_AT = 35;
    private static final int RUSH_LENGTH = 12;

    private final Random random;
    private final Names names = new Names();
    private final Library everybody = new Library("everybody.txt");
    private final Map<String, Library> libraries = new HashMap<>();
    private final Map<String, List<Text>> decks = new HashMap<>();
    private int number;

    Beats(long seed) {
        // a small seed alone gives similar first numbers
        random = new Random(seed * 0x9E3779B97F4A7C15L + 77);
        BrandSpec.ALL.forEach(brand -> libraries.put(brand.key(), new Library(brand.key() + ".txt")));
    }

    /** The texts of a brand's customers. */
    Library library(BrandSpec brand) {
        return Objects.requireNonNull(libraries.get(brand.key()));
    }

    /** The texts that do not belong to a brand. */
    Library everybody() {
        return everybody;
    }

    /** A name of somebody who speaks that language. */
    String name(String language) {
        return names.next(language, random);
    }

    /** The next beat. */
    Beat next() {
        int at = number++;
        BrandSpec brand = BrandSpec.ALL.get(random.nextInt(BrandSpec.ALL.size()));
        boolean rush = at % RUSH_EVERY >= RUSH_AT && at % RUSH_EVERY < RUSH_AT + RUSH_LENGTH;
        double gap = (0.55 + 0.9 * random.nextDouble()) * (rush ? 0.2 : 1);
        if (at % THREAD_EVERY == THREAD_AT) {
            return thread(at, brand, gap);
        }
        int dice = random.nextInt(100);
        if (dice < 8) {
            return noise(at, brand, gap);
        }
        return dice < 12 ? automatic(at, brand, gap) : opening(at, brand, gap);
    }

    /** The next opening of a brand, for its history. */
    Beat opening(BrandSpec brand) {
        return opening(-1, brand, 1);
    }

    /** The next angry thread of a brand, for its history. */
    Beat thread(BrandSpec brand) {
        return thread(-1, brand, 1);
    }

    private String language(BrandSpec brand) {
        return brand.languages().get(random.nextInt(100) < 72 ? 0 : 1);
    }

    private Text deal(BrandSpec brand, String kind, String language) {
        List<Text> deck = decks.computeIfAbsent(brand.key() + kind + language, key -> new ArrayList<>());
        if (deck.isEmpty()) {
            deck.addAll(library(brand).find(kind, language));
            Collections.shuffle(deck, random);
        }
        return deck.remove(deck.size() - 1);
    }

    private Beat opening(int at, BrandSpec brand, double gap) {
        boolean mail = random.nextInt(100) < 55;
        String language = language(brand);
        Text text = deal(brand, mail ? "mail" : "post", language);
        String name = name(language);
        Filling filling = new Filling(brand, name, library(brand).slots(), random);
        int dice = random.nextInt(100);
        CustomerMessage message = mail
                ? CustomerMessage.mail(brand.key(), name, filling.fill(text.words()))
                        .withSubject(filling.fill(text.subject()))
                        .withForm(form(text, dice))
                : CustomerMessage.bluesky(brand.key(), name, filling.fill(text.body()))
                        .withForm(text.picture() ? Form.WITH_PICTURE : Form.PLAIN);
        double patience = random.nextInt(100) < 15 ? 3 + 6 * random.nextDouble() : 0;
        double regret = !mail && random.nextInt(100) < 5 ? 40 + 80 * random.nextDouble() : 0;
        return new Beat(at, Beat.Kind.OPENING, message, language, text.topic(), List.of(), patience, regret, gap);
    }

    private static Form form(Text text, int dice) {
        if (text.picture()) {
            return Form.WITH_PICTURE;
        }
        if (dice < 25) {
            return Form.ALTERNATIVE;
        }
        if (dice < 33) {
            return Form.HTML_ONLY;
        }
        return dice < 35 ? Form.BROKEN_MIME : Form.PLAIN;
    }

    private Beat thread(int at, BrandSpec brand, double gap) {
        String language = language(brand);
        String[] parts = deal(brand, "thread", language).body().split("\n-- ");
        String name = name(language);
        List<Beat.Chorus> choruses = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            String other = name(language);
            Filling filling = new Filling(brand, other, library(brand).slots(), random);
            choruses.add(new Beat.Chorus(other, filling.fill(parts[i]), 8 + 30 * random.nextDouble()));
        }
        Filling filling = new Filling(brand, name, library(brand).slots(), random);
        CustomerMessage message = CustomerMessage.bluesky(brand.key(), name, filling.fill(parts[0]));
        return new Beat(at, Beat.Kind.THREAD, message, language, "complaint", choruses, 0, 0, gap);
    }

    private Beat noise(int at, BrandSpec brand, double gap) {
        String language = language(brand);
        Beat.Kind kind = random.nextInt(3) == 0 ? Beat.Kind.FOLLOW : Beat.Kind.LIKE;
        CustomerMessage message = CustomerMessage.bluesky(brand.key(), name(language), "");
        return new Beat(at, kind, message, language, "", List.of(), 0, 0, gap);
    }

    private Beat automatic(int at, BrandSpec brand, double gap) {
        String language = language(brand);
        String name = name(language);
        List<Text> news = library(brand).find("news");
        if (random.nextBoolean()) {
            Text text = news.get(random.nextInt(news.size()));
            CustomerMessage message = CustomerMessage.mail(
                            brand.key(), "Newsletter " + name.split(" ")[1], text.words())
                    .withSubject(text.subject())
                    .withForm(Form.NEWSLETTER);
            return new Beat(at, Beat.Kind.AUTOMATIC, message, text.language(), "", List.of(), 0, 0, gap);
        }
        List<Text> away = everybody.find("ooo", language);
        Filling filling = new Filling(brand, name, Map.of(), random);
        String words = filling.fill(away.get(random.nextInt(away.size())).body());
        String subject = language.equals("de") ? "Automatische Antwort: Ihre Bestellung" : "Out of office: Your order";
        CustomerMessage message = CustomerMessage.mail(brand.key(), name, words)
                .withSubject(subject)
                .withForm(Form.OUT_OF_OFFICE);
        return new Beat(at, Beat.Kind.AUTOMATIC, message, language, "", List.of(), 0, 0, gap);
    }
}
