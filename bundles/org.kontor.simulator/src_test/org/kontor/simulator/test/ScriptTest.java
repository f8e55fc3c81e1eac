package org.kontor.simulator.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Flags;
import jakarta.mail.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.simulator.Brand;
import org.kontor.simulator.Channel;
import org.kontor.simulator.Counts;
import org.kontor.simulator.Simulator;

class ScriptTest {

    private static final Instant NOON = Instant.parse("2026-03-10T11:00:00Z");

    @TempDir
    Path folder;

    private static List<String> mails(Brand brand) throws Exception {
        List<String> mails = new ArrayList<>();
        try (MailClient client = new MailClient(brand.mail())) {
            for (Message message : client.open("INBOX").folder().getMessages()) {
                mails.add(message.getHeader("Message-ID")[0] + " " + message.getSubject());
            }
        }
        return mails;
    }

    private static List<String> posts(Brand brand) throws Exception {
        List<String> posts = new ArrayList<>();
        Xrpc.as(brand.bluesky())
                .get("app.bsky.notification.listNotifications", Map.of("limit", "100"))
                .body()
                .path("notifications")
                .forEach(item -> posts.add(item.path("uri").asText() + " "
                        + item.path("reason").asText() + " "
                        + item.path("record").path("text").asText()));
        return posts;
    }

    private static Map<String, List<String>> everything(Simulator simulator) throws Exception {
        Map<String, List<String>> all = new TreeMap<>();
        for (Brand brand : simulator.world().brands()) {
            all.put(brand.key() + " mail", mails(brand));
            all.put(brand.key() + " bluesky", posts(brand));
        }
        return all;
    }

    @Test
    void theSameSeedGivesTheSameHistoryAndAnotherSeedAnother() throws Exception {
        Map<String, List<String>> first;
        Map<String, List<String>> again;
        Map<String, List<String>> other;
        try (Simulator simulator = Simulator.builder(folder.resolve("a"))
                .seed(7)
                .clock(new MovableClock(NOON))
                .start()) {
            simulator.pause();
            first = everything(simulator);
            assertThat(simulator.schemaViolations()).isEmpty();
        }
        try (Simulator simulator = Simulator.builder(folder.resolve("b"))
                .seed(7)
                .clock(new MovableClock(NOON))
                .start()) {
            simulator.pause();
            again = everything(simulator);
        }
        try (Simulator simulator = Simulator.builder(folder.resolve("c"))
                .seed(8)
                .clock(new MovableClock(NOON))
                .start()) {
            simulator.pause();
            other = everything(simulator);
        }
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void theFirstStartBringsAHistoryAndOpenInquiries() throws Exception {
        try (Simulator simulator = Simulator.builder(folder).seed(3).start()) {
            simulator.pause();
            int history = simulator.counts().lines().stream()
                    .mapToInt(Counts.Line::history)
                    .sum();
            assertThat(history).isBetween(130, 220);
            for (Brand brand : simulator.world().brands()) {
                try (MailClient client = new MailClient(brand.mail())) {
                    Message[] inbox = client.open("INBOX").folder().getMessages();
                    int answered = 0;
                    for (Message message : inbox) {
                        answered += message.isSet(Flags.Flag.ANSWERED) ? 1 : 0;
                    }
                    assertThat(answered).isPositive().isLessThan(inbox.length);
                    assertThat(client.open("Sent").folder().getMessageCount()).isGreaterThanOrEqualTo(answered);
                    assertThat(inbox[0].getReceivedDate().toInstant())
                            .isBefore(Instant.now().minus(Duration.ofDays(14)));
                }
            }
            assertThat(simulator.counts().line("nordwind", Channel.MAIL).answers())
                    .isZero();
        }
    }

    @Test
    void customersKeepWritingReadAnswersAndReact() throws Exception {
        try (Simulator simulator = Simulator.builder(folder).seed(3).speed(400).start()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> written(simulator) > 60);
            simulator.pause();
            Brand brand = simulator.world().brand("lumio");
            int before = simulator.counts().line("lumio", Channel.MAIL).written();
            try (MailClient client = new MailClient(brand.mail())) {
                Message[] inbox = client.open("INBOX").folder().getMessages();
                for (Message question : List.of(inbox).subList(inbox.length - 8, inbox.length)) {
                    client.send(client.answer(question, "Thank you, we look after it."));
                }
            }
            assertThat(simulator.answers().stream().filter(a -> a.text().startsWith("Thank you, we look")))
                    .isNotEmpty();
            simulator.resume();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> simulator.counts().line("lumio", Channel.MAIL).seen() >= 4);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> simulator.counts().line("lumio", Channel.MAIL).written() > before);
            assertThat(simulator.counts().line("lumio", Channel.MAIL).duplicates())
                    .isZero();
        }
    }

    private static int written(Simulator simulator) {
        return simulator.counts().lines().stream()
                .mapToInt(Counts.Line::written)
                .sum();
    }

    @Test
    void underLoadCustomersWriteAtTheAskedRate() throws Exception {
        try (Simulator simulator = Simulator.builder(folder).seed(3).start()) {
            int before = written(simulator);
            long start = System.nanoTime();
            simulator.rate(200);
            await().atMost(Duration.ofSeconds(60)).until(() -> written(simulator) - before >= 600);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.err.printf("600 messages in %.1f s%n", seconds);
            simulator.rate(0);
        }
    }

    @Test
    void theScriptGoesOnWhereItStopped() throws Exception {
        int written;
        try (Simulator simulator = Simulator.builder(folder).seed(3).speed(400).start()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> written(simulator) > 20);
            simulator.pause();
            written = written(simulator);
        }
        try (Simulator simulator = Simulator.builder(folder).seed(3).speed(400).start()) {
            assertThat(written(simulator)).isGreaterThanOrEqualTo(written);
            await().atMost(Duration.ofSeconds(30)).until(() -> written(simulator) > written + 5);
            simulator.pause();
            Map<String, List<String>> all = everything(simulator);
            all.forEach((name, items) -> assertThat(items).as(name).doesNotHaveDuplicates());
        }
    }
}
