package org.kontor.simulator.internal.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.Channel;
import org.kontor.simulator.CustomerMessage;
import org.kontor.simulator.Written;
import org.kontor.simulator.internal.Agency;
import org.kontor.simulator.internal.bluesky.StoredRecord;

/** What happened before the world began to run: some weeks of letters, nearly all of them answered, and who waits just now. */
final class History {

    private static final int OLD_PER_BRAND = 24;
    private static final int RECENT_ANSWERED_PER_BRAND = 4;
    private static final int OPEN = 40;
    private static final int OPEN_SPREAD = 15;
    private static final int OLDEST_DAYS = 45;
    private static final int WORK_DAYS = 14;
    /** The longest that anyone has been waiting. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(30);

    private record Event(Instant at, Consumer<Instant> act) {}

    private final Agency agency;
    private final Beats beats;
    private final Random random;
    private final Instant now;
    private final List<Event> events = new ArrayList<>();
    private int salt;

    History(Agency agency, Beats beats) {
        this.agency = agency;
        this.beats = beats;
        random = new Random(agency.settings().seed() + 4711);
        now = agency.settings().clock().instant();
    }

    /** Writes it all. */
    void write() {
        for (BrandSpec brand : BrandSpec.ALL) {
            for (int i = 0; i < OLD_PER_BRAND; i++) {
                boolean open = i % 6 == 5;
                conversation(brand, daysAgo(WORK_DAYS + 1, OLDEST_DAYS), !open);
            }
            for (int i = 0; i < RECENT_ANSWERED_PER_BRAND; i++) {
                conversation(brand, daysAgo(2, WORK_DAYS), true);
            }
            thread(brand, daysAgo(6, 12));
            ownPosts(brand);
            bounce(brand, daysAgo(1, 5));
        }
        int open = OPEN + random.nextInt(OPEN_SPREAD + 1);
        for (int i = 0; i < open; i++) {
            conversation(BrandSpec.ALL.get(i % BrandSpec.ALL.size()), waiting(), false);
        }
        events.sort(Comparator.comparing(Event::at));
        events.forEach(event -> event.act().accept(event.at()));
    }

    /** A time when people write, between so many days ago. */
    private Instant daysAgo(int least, int most) {
        ZonedDateTime day = now.atZone(Agency.ZONE).minusDays(least + random.nextInt(most - least));
        LocalTime time = LocalTime.of(7 + random.nextInt(16), random.nextInt(60), random.nextInt(60));
        Instant at = day.with(time).toInstant();
        return at.isBefore(now.minusSeconds(120)) ? at : now.minusSeconds(120 + random.nextInt(36_000));
    }

    /** When somebody wrote who still waits: mostly within the last hours, a few since yesterday. */
    private Instant waiting() {
        double share = Math.pow(random.nextDouble(), 4);
        return now.minus(Duration.ofMinutes(2 + (long) (share * LONGEST_WAIT.toMinutes())));
    }

    private Tag tag(Tag.What what, BrandSpec brand, Channel channel) {
        return new Tag(what, brand.key(), channel, Tag.HISTORY);
    }

    private String salt() {
        return "history-" + salt++;
    }

    private void at(Instant at, Consumer<Instant> act) {
        Instant before = at.isBefore(now) ? at : now.minusSeconds(1 + random.nextInt(60));
        events.add(new Event(before, act));
    }

    private void conversation(BrandSpec brand, Instant start, boolean answered) {
        Beat beat = beats.opening(brand);
        Written[] opening = new Written[1];
        Tag tag = tag(Tag.What.WRITTEN, brand, beat.channel());
        at(start, time -> opening[0] = agency.correspondence().write(beat.message(), time, tag, salt()));
        if (!answered) {
            return;
        }
        Written[] answer = new Written[1];
        Instant reply = start.plus(Duration.ofMinutes(25 + random.nextInt(900)));
        at(reply, time -> answer[0] = answer(brand, beat, opening[0].id(), time));
        // Thanks of the last days would wait for a word themselves, and nobody in this office leaves them to for a
        // week.
        boolean old = start.isBefore(now.minus(Duration.ofDays(WORK_DAYS)));
        if (random.nextInt(3) == 0 && old) {
            at(
                    reply.plus(Duration.ofMinutes(10 + random.nextInt(300))),
                    time -> thank(brand, beat, answer[0].id(), time));
        }
    }

    private Written answer(BrandSpec brand, Beat beat, String id, Instant at) {
        String name = beat.message().name();
        List<Text> texts = beat.channel() == Channel.MAIL
                ? beats.everybody().find("answer", beat.language()).stream()
                        .filter(text -> text.topic().equals(beat.topic()))
                        .toList()
                : beats.everybody().find("answer-post", beat.language());
        String words = new Filling(brand, name, Map.of(), random)
                .fill(texts.get(random.nextInt(texts.size())).body());
        Tag tag = tag(Tag.What.ELSEWHERE, brand, beat.channel());
        return agency.correspondence().answerElsewhere(brand, id, words, at, tag, salt());
    }

    private void thank(BrandSpec brand, Beat beat, String id, Instant at) {
        String kind = beat.channel() == Channel.MAIL ? "thanks-mail" : "thanks-post";
        List<Text> texts = beats.everybody().find(kind, beat.language());
        String words = new Filling(brand, beat.message().name(), Map.of(), random)
                .fill(texts.get(random.nextInt(texts.size())).body());
        CustomerMessage message = beat.channel() == Channel.MAIL
                ? CustomerMessage.mail(brand.key(), beat.message().name(), words)
                : CustomerMessage.bluesky(brand.key(), beat.message().name(), words);
        agency.correspondence()
                .write(message.withReplyTo(id), at, tag(Tag.What.WRITTEN, brand, beat.channel()), salt());
    }

    private void thread(BrandSpec brand, Instant start) {
        Beat beat = beats.thread(brand);
        Written[] root = new Written[1];
        Tag tag = tag(Tag.What.WRITTEN, brand, Channel.BLUESKY);
        at(start, time -> root[0] = agency.correspondence().write(beat.message(), time, tag, salt()));
        Instant time = start;
        for (Beat.Chorus chorus : beat.choruses()) {
            time = time.plusSeconds(60 + (long) (chorus.after() * 20));
            CustomerMessage message = CustomerMessage.bluesky(brand.key(), chorus.name(), chorus.text());
            at(time, t -> agency.correspondence().write(message.withReplyTo(root[0].id()), t, tag, salt()));
        }
        at(time.plus(Duration.ofMinutes(90)), t -> answer(brand, beat, root[0].id(), t));
    }

    private void ownPosts(BrandSpec brand) {
        for (Text text : beats.library(brand).find("own")) {
            Written[] post = new Written[1];
            Tag own = tag(Tag.What.ELSEWHERE, brand, Channel.BLUESKY);
            Instant start = daysAgo(2, 20);
            at(start, time -> post[0] = agency.correspondence().publish(brand, text.body(), time, own, salt()));
            int fans = 2 + random.nextInt(4);
            for (int i = 0; i < fans; i++) {
                String name = beats.name(text.language());
                String kind = i == 0 ? StoredRecord.FOLLOW : StoredRecord.LIKE;
                at(
                        start.plusSeconds(300 + random.nextInt(40_000)),
                        time -> agency.correspondence()
                                .react(
                                        name,
                                        brand,
                                        kind,
                                        uri(post[0]),
                                        time,
                                        tag(Tag.What.NOISE, brand, Channel.BLUESKY)));
            }
        }
    }

    private static @Nullable String uri(@Nullable Written post) {
        return post == null ? null : post.id();
    }

    /** The brand wrote to an address with a slip of the pen in it, and the mail came back. */
    private void bounce(BrandSpec brand, Instant start) {
        Beat beat = beats.opening(brand);
        String wrong = "k."
                + beat.message().name().split(" ")[1].toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")
                + "@gmial.example";
        at(start, time -> agency.correspondence().writeToNobody(brand, wrong, time, salt()));
    }
}
