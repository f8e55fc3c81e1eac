package org.kontor.desk.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.conversation.Triage;
import org.kontor.desk.internal.Desk;

/** A hook that fails costs its own judgement and nothing else. */
class FailingHookTest {
    private final Desk desk;

    FailingHookTest(@TempDir Path folder) {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aMessageIsStoredWithoutAJudgementAndWithoutADeadline() {
        desk.hooks.addTriage(messages -> {
            throw new IllegalStateException("no model");
        });
        desk.hooks.addTriage(messages -> List.of());
        desk.house.addClock((brand, policy, inquiries) -> {
            throw new NoClassDefFoundError("calendar") {
                private static final long serialVersionUID = 1L;

                @Override
                public Throwable fillInStackTrace() {
                    throw new IllegalStateException("not even an error");
                }
            };
        });
        desk.house.addClock((brand, policy, inquiries) -> List.of());
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", Desk.NOON));
        assertThat(desk.message("q1").text()).isEqualTo("Is it waterproof?");
        assertThat(desk.conversation("q1").due()).isNull();
        assertThat(desk.conversation("q1").triage()).isEqualTo(Triage.NONE);
        assertThat(desk.inquiries("q1")).hasSize(1);
        assertThat(desk.guard.troubles()).hasSize(4);
    }

    @Test
    void aHookThatDoesNotSeeTheBrandIsNotAsked() {
        AtomicInteger asked = new AtomicInteger();
        desk.hooks.addTriage(messages -> {
            asked.incrementAndGet();
            return messages.stream().map(m -> Triage.NONE).toList();
        });
        desk.guard.hidden.add(desk.brand.id());
        desk.receive(desk.channel.asks("q1", null, "Is it waterproof?", Desk.NOON));
        assertThat(desk.found("q1")).isPresent();
        assertThat(asked).hasValue(0);
    }
}
