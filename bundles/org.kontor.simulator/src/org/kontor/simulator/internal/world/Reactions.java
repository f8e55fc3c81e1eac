package org.kontor.simulator.internal.world;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.kontor.simulator.Channel;
import org.kontor.simulator.CustomerMessage;
import org.kontor.simulator.SeenAnswer;
import org.kontor.simulator.internal.Agency;

/** How customers read the answers of a brand, and what they write back. */
final class Reactions {

    private final Agency agency;
    private final Stage stage;
    private final Library everybody;
    private final Clock clock;

    Reactions(Agency agency, Stage stage, Library everybody) {
        this.agency = agency;
        this.stage = stage;
        this.everybody = everybody;
        clock = agency.settings().clock();
    }

    /** Begins to read what arrives, and what arrived while nobody was reading. */
    void start() {
        agency.answers().watch(this::arrived);
        agency.answers().list().stream()
                .filter(answer -> answer.seenAt() == null)
                .forEach(this::arrived);
    }

    private void arrived(SeenAnswer answer) {
        Random random = new Random(agency.settings().seed() ^ answer.id().hashCode());
        double seconds = answer.channel() == Channel.MAIL ? 8 + 50 * random.nextDouble() : 4 + 25 * random.nextDouble();
        stage.later(seconds, () -> read(answer, random));
    }

    private void read(SeenAnswer answer, Random random) {
        agency.answers().read(answer.id(), clock.instant());
        boolean past = agency.begin() != null && answer.arrivedAt().isBefore(agency.begin());
        Person person = answer.channel() == Channel.MAIL
                ? agency.people().withAddress(answer.customer())
                : agency.people().withHandle(answer.customer());
        int dice = random.nextInt(100);
        if (past || person == null || dice >= 58) {
            return;
        }
        String mood = dice < 38 ? "thanks" : dice < 52 ? "followup" : "still-angry";
        stage.later(6 + 45 * random.nextDouble(), () -> reply(answer, person, mood, random));
    }

    private void reply(SeenAnswer answer, Person person, String mood, Random random) {
        BrandSpec brand = BrandSpec.of(answer.brand());
        String words = words(mood, answer.channel(), Posts.language(answer.text()), brand, person.name(), random);
        CustomerMessage message = answer.channel() == Channel.MAIL
                ? CustomerMessage.mail(brand.key(), person.name(), words + quoted(brand, answer.text()))
                : CustomerMessage.bluesky(brand.key(), person.name(), words);
        Tag tag = new Tag(Tag.What.WRITTEN, brand.key(), answer.channel(), "reaction");
        agency.correspondence().write(message.withReplyTo(answer.id()), clock.instant(), tag, mood + answer.id());
    }

    /** Words of a kind in a language. */
    String words(String mood, Channel channel, String language, BrandSpec brand, String name, Random random) {
        String kind = mood + (channel == Channel.MAIL ? "-mail" : "-post");
        List<Text> texts = everybody.find(kind, language);
        Filling filling = new Filling(brand, name, Map.of(), random);
        return filling.fill(texts.get(random.nextInt(texts.size())).body());
    }

    /** The answer below a customer's reply, as mail programs put it there. */
    private static String quoted(BrandSpec brand, String text) {
        String lines = text.strip().lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
        String wrote = Posts.language(text).equals("de") ? "schrieb" : "wrote";
        return "\n\n" + brand.name() + " <" + brand.address() + "> " + wrote + ":\n\n" + lines;
    }
}
