package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.ScopeException;
import org.kontor.api.access.User;
import org.kontor.api.clock.OfficeHours;
import org.kontor.api.clock.OfficeHours.Interval;
import org.kontor.api.clock.OfficeHours.SpecialDay;
import org.kontor.api.clock.Policy;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.id.InquiryId;
import org.kontor.api.store.Change;

/** Policies, and the open inquiries whose clocks they set. */
public abstract class PolicyContract extends StoreContract {
    private static final Interval MORNING = Interval.ofMinutes(540, 720);
    private static final Interval EVENING = Interval.ofMinutes(1_080, 1_440);

    private final Policy policy;

    protected PolicyContract(Engine engine, Path folder) {
        super(engine, folder);
        OfficeHours hours = new OfficeHours(
                world.nordwind.zone(),
                Map.of(DayOfWeek.MONDAY, List.of(MORNING, EVENING), DayOfWeek.SUNDAY, List.of(Interval.DAY)),
                List.of(
                        new SpecialDay(LocalDate.of(2026, 12, 24), "Heiligabend", List.of(MORNING)),
                        new SpecialDay(LocalDate.of(2026, 12, 25), "", List.of())));
        policy = new Policy(world.nordwind.id(), hours, Duration.ofMinutes(90), Policy.Start.PUBLISHED, 60);
    }

    @Test
    void nobodyPromisesAnythingByItself() {
        read(world.all, rows -> assertThat(rows.policy(world.nordwind.id())).isEmpty());
    }

    @Test
    void aPolicyComesBackWhole() {
        write(world.onlyNordwind, rows -> {
            rows.savePolicy(policy);
        });
        reopen();
        read(world.all, rows -> {
            assertThat(rows.policy(world.nordwind.id())).contains(policy);
            assertThat(rows.policy(world.alma.id())).isEmpty();
        });
    }

    @Test
    void savingAgainLeavesNothingOfTheOneBefore() {
        Policy always = new Policy(
                policy.brand(),
                OfficeHours.always(world.alma.zone()),
                Duration.ofMinutes(5),
                Policy.Start.SEEN,
                Policy.WARN_PERCENT);
        write(world.all, rows -> {
            rows.savePolicy(policy);
            rows.savePolicy(always);
        });
        read(world.all, rows -> assertThat(rows.policy(policy.brand())).contains(always));
    }

    @Test
    void aPolicyThatWasRemovedIsGone() {
        write(world.all, rows -> {
            rows.savePolicy(policy);
        });
        write(world.all, rows -> {
            rows.removePolicy(policy.brand());
        });
        read(world.all, rows -> assertThat(rows.policy(policy.brand())).isEmpty());
    }

    @Test
    void whoMayOnlyReadChangesNoPolicy() {
        assertThatExceptionOfType(ScopeException.class)
                .isThrownBy(() -> write(world.grants.reader(User.LOCAL, policy.brand()), rows -> {
                    rows.savePolicy(policy);
                }));
    }

    @Test
    void aPolicyIsAChangeOfItsBrand() {
        long before = head();
        write(world.all, rows -> {
            rows.savePolicy(policy);
        });
        read(
                world.all,
                rows -> assertThat(rows.changes(before, 10))
                        .extracting(Change::kind, Change::id)
                        .containsExactly(tuple(Change.Kind.BRAND, policy.brand().value())));
    }

    @Test
    void openInquiriesComePageByPageAndWithoutThoseThatEnded() {
        List<Inquiry> open = new ArrayList<>();
        write(world.all, rows -> {
            for (int i = 0; i < 7; i++) {
                Conversation conversation = world.conversation(world.mail, "<" + i + "@x>");
                Inquiry inquiry = world.inquiry(conversation, world.message(conversation, "<" + i + "@x>", "L", "?"));
                rows.saveConversations(List.of(conversation));
                if (i == 3) {
                    rows.saveInquiries(List.of(Bend.with(inquiry, "end", new InquiryEnd.Deleted(World.NOW))));
                } else {
                    rows.saveInquiries(List.of(inquiry));
                    open.add(inquiry);
                }
            }
        });
        List<Inquiry> found = new ArrayList<>();
        read(world.all, rows -> {
            @Nullable InquiryId after = null;
            List<Inquiry> page = rows.openInquiries(world.nordwind.id(), after, 4);
            while (!page.isEmpty()) {
                found.addAll(page);
                after = page.getLast().id();
                page = rows.openInquiries(world.nordwind.id(), after, 4);
            }
        });
        assertThat(found).isEqualTo(open);
    }
}
