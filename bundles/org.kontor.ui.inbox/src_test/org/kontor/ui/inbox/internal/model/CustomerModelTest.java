package org.kontor.ui.inbox.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.junit.jupiter.api.Test;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Profile;
import org.kontor.api.plugin.Trouble;
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
        assertThat(leftOut().off()).isFalse();
        for (int i = 0; i < 4; i++) {
            desk.inbox.step(1);
            desk.threads.settle();
        }
        assertThat(leftOut().off()).isTrue();
        assertThat(asked[0]).isEqualTo(3);
        desk.customer.sections().tryAgain((Sections.Part.LeftOut)
                desk.customer.sections().parts().getFirst());
        desk.threads.settle();
        assertThat(leftOut().off()).isFalse();
        assertThat(asked[0]).isEqualTo(4);
    }

    private Trouble leftOut() {
        assertThat(desk.customer.sections().parts()).singleElement().isInstanceOf(Sections.Part.LeftOut.class);
        return ((Sections.Part.LeftOut) desk.customer.sections().parts().getFirst()).trouble();
    }

    @Test
    void aSectionThatFloodsIsLeftOutAndLongWordsAreCut() {
        world.crowd(1);
        SideModel.Line line = new SideModel.Line("x", "y".repeat(100_000));
        desk.installed.add(new Section(
                "flood",
                500,
                r -> Optional.of(new SideModel("Flood", java.util.Collections.nCopies(1_000_000, line)))));
        desk.installed.add(new Section("long", 600, r -> Optional.of(new SideModel("Long", List.of(line)))));
        desk.start();
        assertThat(desk.customer.sections().parts()).hasSize(2);
        assertThat(desk.customer.sections().parts().getFirst()).isInstanceOf(Sections.Part.LeftOut.class);
        assertThat(desk.customer.sections().parts().get(1))
                .isInstanceOfSatisfying(
                        Sections.Part.Said.class,
                        said -> assertThat(said.model().lines().getFirst().value())
                                .hasSize(Sections.MOST_WORDS + 1));
    }

    @Test
    void aSectionThatDoesNotSeeTheBrandIsNotAsked() {
        List<ConversationRef> refs = world.crowd(1);
        desk.house.guard.hidden.add(refs.getFirst().brand());
        desk.installed.add(new Section("orders", 500, r -> {
            throw new AssertionError("asked about another brand");
        }));
        desk.start();
        assertThat(desk.customer.sections().parts()).isEmpty();
    }

    @Test
    void aSectionThatCannotEvenSayItsNameIsLeftOut() {
        world.crowd(1);
        desk.installed.add(new SideSection() {
            @Override
            public String id() {
                throw new IllegalStateException("no name");
            }

            @Override
            public int order() {
                return 1;
            }

            @Override
            public Optional<SideModel> load(SideRequest request, IProgressMonitor monitor) {
                return Optional.empty();
            }
        });
        desk.start();
        assertThat(leftOut().reason()).isEqualTo(Trouble.Reason.THREW);
    }
}
