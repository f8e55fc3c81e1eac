package org.kontor.ui.inbox.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.junit.jupiter.api.Test;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Profile;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.api.side.SideModel;
import org.kontor.ui.api.side.SideRequest;
import org.kontor.ui.api.side.SideSection;
import org.kontor.ui.inbox.internal.fake.FakeConnector;
import org.kontor.ui.inbox.internal.fake.World;

class CustomerModelTest {
    private final Desk desk = new Desk();
    private final World world = desk.world;

    private record Section(String id, int order, java.util.function.Function<SideRequest, Optional<SideModel>> answer)
            implements SideSection {
        @Override
        public Optional<SideModel> load(SideRequest request, IProgressMonitor monitor) {
            return answer.apply(request);
        }
    }

    @Test
    void thePersonIsShownWithAllProfilesAndOtherConversations() {
        Profile mail = world.person(world.nordwind, FakeConnector.mail(), "Lena", "lena@example.org");
        Profile bluesky = world.person(world.nordwind, FakeConnector.bluesky(), "Lena M.", "@lena", mail.contact());
        Profile other = world.person(world.alma, FakeConnector.mail(), "Lena", "lena@example.org");
        ConversationRef open = world.talk(world.nordwind, FakeConnector.mail(), mail)
                .says(Duration.ofHours(1), "jetzt")
                .save();
        ConversationRef before = world.talk(world.nordwind, FakeConnector.bluesky(), bluesky)
                .says(Duration.ofDays(20), "damals")
                .state(ConversationState.ANSWERED)
                .save();
        world.talk(world.alma, FakeConnector.mail(), other)
                .says(Duration.ofDays(2), "fremd")
                .state(ConversationState.ANSWERED)
                .save();
        desk.start();
        assertThat(desk.customer.card()).isNotNull().satisfies(card -> {
            assertThat(card.ref()).isEqualTo(open);
            assertThat(card.person().known()).containsExactly(mail, bluesky);
            assertThat(card.person().others()).extracting(ConversationRef::of).containsExactly(before);
        });
    }

    @Test
    void manyConversationsAreCut() {
        Profile mail = world.person(world.nordwind, FakeConnector.mail(), "Lena", "lena@example.org");
        for (int i = 0; i < 40; i++) {
            world.talk(world.nordwind, FakeConnector.mail(), mail)
                    .says(Duration.ofDays(i + 1), "x")
                    .save();
        }
        desk.start();
        assertThat(desk.customer.card()).isNotNull().satisfies(card -> {
            assertThat(card.person().others()).hasSize(Opened.Person.MOST);
            assertThat(card.person().more()).isTrue();
        });
    }

    @Test
    void sectionsOfPlugInsStandInTheirOrderWithTheScopeOfTheBrand() {
        List<ConversationRef> refs = world.crowd(1);
        desk.installed.add(new Section("late", 900, r -> Optional.of(new SideModel("Late", List.of()))));
        desk.installed.add(new Section("silent", 400, r -> Optional.empty()));
        desk.installed.add(new Section(
                "orders",
                500,
                r -> Optional.of(new SideModel(
                        "Orders",
                        List.of(new SideModel.Line(
                                "brands",
                                ""
                                        + r.scope()
                                                .brands()
                                                .equals(java.util.Set.of(
                                                        refs.getFirst().brand()))))))));
        desk.start();
        assertThat(desk.customer.sections().parts())
                .containsExactly(
                        new Sections.Part.Said(
                                "orders", new SideModel("Orders", List.of(new SideModel.Line("brands", "true")))),
                        new Sections.Part.Said("late", new SideModel("Late", List.of())));
    }

    @Test
    void aSectionThatThrowsIsLeftOutAndOffAfterTheThirdTime() {
        world.crowd(5);
        int[] asked = new int[1];
        desk.installed.add(new Section("bad", 500, r -> {
            asked[0]++;
            throw new IllegalStateException("shop is down");
        }));
        desk.start();
        assertThat(desk.customer.sections().parts()).containsExactly(new Sections.Part.LeftOut("bad", false, false));
        for (int i = 0; i < 4; i++) {
            desk.inbox.step(1);
            desk.threads.settle();
        }
        assertThat(desk.customer.sections().parts()).containsExactly(new Sections.Part.LeftOut("bad", false, true));
        assertThat(asked[0]).isEqualTo(3);
    }

    @Test
    void aSlowSectionIsLeftOutAfterTwoSeconds() {
        FakeSlowThreads slow = new FakeSlowThreads(desk.threads, "slow");
        Sections sections = new Sections(
                desk.services,
                slow,
                () -> List.of(new Section("slow", 500, r -> Optional.of(new SideModel("S", List.of())))));
        sections.show(world.crowd(1).getFirst(), java.util.Locale.GERMAN);
        desk.advance(1_900);
        assertThat(sections.parts()).isEmpty();
        desk.advance(200);
        assertThat(sections.parts()).containsExactly(new Sections.Part.LeftOut("slow", true, false));
    }

    /** Never finishes the work of one name. */
    private record FakeSlowThreads(Threads real, String stuck) implements Threads {
        @Override
        public <T extends @org.jspecify.annotations.Nullable Object> Task work(
                String name,
                java.util.function.Supplier<T> work,
                java.util.function.Consumer<? super T> done,
                java.util.function.Consumer<RuntimeException> failed) {
            return name.equals(stuck) ? () -> {} : real.work(name, work, done, failed);
        }

        @Override
        public Task later(Duration delay, Runnable task) {
            return real.later(delay, task);
        }

        @Override
        public void ui(Runnable task) {
            real.ui(task);
        }
    }
}
