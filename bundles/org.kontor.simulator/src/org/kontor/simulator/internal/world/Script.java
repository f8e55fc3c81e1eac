package org.kontor.simulator.internal.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.kontor.simulator.Channel;
import org.kontor.simulator.CustomerMessage;
import org.kontor.simulator.Written;
import org.kontor.simulator.internal.Agency;
import org.kontor.simulator.internal.bluesky.StoredRecord;

/** Lets the customers live: their history at the first start, then one beat of the script after the other. */
public final class Script implements AutoCloseable {

    private static final double USUAL_GAP_SECONDS = 30;
    private static final Duration TICK = Duration.ofMillis(50);
    private static final LocalTime RUSH_BEGIN = LocalTime.of(18, 0);
    private static final LocalTime RUSH_END = LocalTime.of(21, 30);
    private static final double RUSH_FACTOR = 0.65;
    private static final int LARGEST_TICK = 100;

    private final Agency agency;
    private final Clock clock;
    private final Stage stage;
    private final Beats beats;
    private final Reactions reactions;
    private final Random dice;
    private volatile double perSecond;
    private double owed;
    private Instant lastTick = Instant.EPOCH;

    /** The script of a world. */
    public Script(Agency agency) {
        this.agency = agency;
        clock = agency.settings().clock();
        stage = new Stage(agency.settings().speed());
        beats = new Beats(agency.settings().seed());
        reactions = new Reactions(agency, stage, beats.everybody());
        dice = new Random(agency.settings().seed() + 5);
    }

    /** Writes the history when there is none yet, and goes on where the script stopped. */
    public void start() {
        boolean first = agency.begin() == null;
        boolean script = agency.settings().script();
        if (first) {
            agency.journal().together(() -> {
                if (script) {
                    new History(agency, new Beats(agency.settings().seed() + 1)).write();
                }
                agency.beginNow(clock.instant());
            });
        }
        if (!script) {
            return;
        }
        Beat beat = beats.next();
        while (beat.number() <= agency.tally().lastBeat()) {
            beat = beats.next();
        }
        reactions.start();
        schedule(beat);
        lastTick = clock.instant();
        stage.after(TICK, this::tick);
    }

    private void schedule(Beat beat) {
        stage.later(beat.gap() * USUAL_GAP_SECONDS * pace(), () -> {
            if (perSecond == 0) {
                play(beat);
            }
            schedule(perSecond == 0 ? beats.next() : beat);
        });
    }

    private double pace() {
        LocalTime time = LocalTime.ofInstant(clock.instant(), Agency.ZONE);
        return time.isAfter(RUSH_BEGIN) && time.isBefore(RUSH_END) ? RUSH_FACTOR : 1;
    }

    /** Under load, plays as many beats as the rate asks for since the last tick, with one wait for the disk. */
    private void tick() {
        Instant now = clock.instant();
        owed += perSecond * Duration.between(lastTick, now).toMillis() / 1000.0;
        lastTick = now;
        int due = (int) Math.min(LARGEST_TICK, owed);
        owed = Math.min(owed - due, LARGEST_TICK);
        if (due > 0) {
            agency.journal().together(() -> {
                for (int i = 0; i < due; i++) {
                    play(beats.next());
                }
            });
        }
        stage.after(TICK, this::tick);
    }

    private void play(Beat beat) {
        BrandSpec brand = BrandSpec.of(beat.brand());
        Tag tag = tag(Tag.What.WRITTEN, beat);
        switch (beat.kind()) {
            case OPENING -> open(beat, tag);
            case AUTOMATIC -> write(beat.message(), tag, "beat-" + beat.number());
            case THREAD -> thread(beat, tag);
            case FOLLOW ->
                agency.correspondence()
                        .react(beat.message().name(), brand, StoredRecord.FOLLOW, null, clock.instant(), noise(beat));
            case LIKE -> like(beat, brand);
        }
    }

    private static Tag tag(Tag.What what, Beat beat) {
        return new Tag(what, beat.brand(), beat.channel(), "b" + beat.number());
    }

    private static Tag noise(Beat beat) {
        return tag(Tag.What.NOISE, beat);
    }

    private Written write(CustomerMessage message, Tag tag, String salt) {
        return agency.correspondence().write(message, clock.instant(), tag, salt);
    }

    private void open(Beat beat, Tag tag) {
        Written opening = write(beat.message(), tag, "beat-" + beat.number());
        if (beat.regret() > 0) {
            Tag deleted = tag(Tag.What.DELETED, beat);
            stage.later(beat.regret(), () -> agency.correspondence().delete(opening.id(), deleted));
        } else if (beat.patience() > 0) {
            stage.later(beat.patience() * 60, () -> nudge(beat, opening, tag));
        }
    }

    /** Hello? Anybody? */
    private void nudge(Beat beat, Written opening, Tag tag) {
        if (agency.answers().isAnswered(opening.id())) {
            return;
        }
        BrandSpec brand = BrandSpec.of(beat.brand());
        String name = beat.message().name();
        String words = reactions.words("nudge", beat.channel(), beat.language(), brand, name, dice);
        CustomerMessage message = beat.channel() == Channel.MAIL
                ? CustomerMessage.mail(brand.key(), name, words)
                : CustomerMessage.bluesky(brand.key(), name, words);
        write(message.withReplyTo(opening.id()), tag, "nudge-" + beat.number());
    }

    private void thread(Beat beat, Tag tag) {
        Written root = write(beat.message(), tag, "beat-" + beat.number());
        double seconds = 0;
        for (Beat.Chorus chorus : beat.choruses()) {
            seconds += chorus.after();
            CustomerMessage message = CustomerMessage.bluesky(beat.brand(), chorus.name(), chorus.text())
                    .withReplyTo(root.id());
            stage.later(seconds, () -> write(message, tag, "chorus-" + beat.number() + chorus.name()));
        }
    }

    private void like(Beat beat, BrandSpec brand) {
        List<StoredRecord> posts =
                agency.network().postsOf(brand.did(agency.settings().seed()));
        if (!posts.isEmpty()) {
            String uri =
                    posts.get(dice.nextInt(Math.min(posts.size(), 5))).uri().toString();
            String collection = dice.nextInt(4) == 0 ? StoredRecord.REPOST : StoredRecord.LIKE;
            agency.correspondence().react(beat.message().name(), brand, collection, uri, clock.instant(), noise(beat));
        }
    }

    /** The customers stop acting. */
    public void pause() {
        stage.pause();
    }

    /** The customers go on. */
    public void resume() {
        stage.resume();
    }

    /** How many messages are written in a second; 0 goes back to the script's own pace. */
    public void rate(double value) {
        if (value < 0 || value > 1000) {
            throw new IllegalArgumentException("rate must be between 0 and 1000 messages a second, not " + value);
        }
        perSecond = value;
    }

    @Override
    public void close() {
        stage.close();
    }
}
