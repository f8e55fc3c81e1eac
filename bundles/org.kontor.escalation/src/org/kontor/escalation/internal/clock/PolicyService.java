package org.kontor.escalation.internal.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Brand;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditEvent;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.clock.Deadline;
import org.kontor.api.clock.Policies;
import org.kontor.api.clock.Policy;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.hook.ClockHook;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.UserId;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.WriteRows;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Keeps the policies. A policy and the clocks that follow from it change in one transaction, so that no list ever shows
 * deadlines of two policies of one brand.
 */
@Component(service = {Policies.class, PolicyService.class})
public final class PolicyService implements Policies {
    private static final int PAGE = 500;

    private final Store store;
    private final Grants grants;
    private final PolicyClock clock;
    private final Guard guard;
    private final PluginBrands brands;
    private final List<ClockHook> hooks = new CopyOnWriteArrayList<>();

    @Activate
    public PolicyService(
            @Reference Store store,
            @Reference Grants grants,
            @Reference PolicyClock clock,
            @Reference Guard guard,
            @Reference PluginBrands brands) {
        this.store = store;
        this.grants = grants;
        this.clock = clock;
        this.guard = guard;
        this.brands = brands;
    }

    /** A clock hook arrived: ours, or a plug-in's, whose deadlines hold too. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addClock(ClockHook hook) {
        hooks.add(hook);
    }

    /** A clock hook left. */
    public void removeClock(ClockHook hook) {
        hooks.remove(hook);
    }

    @Override
    public Optional<Policy> policy(Scope scope, BrandId brand) {
        return store.read(scope, rows -> rows.policy(brand));
    }

    @Override
    public int save(Scope scope, Policy policy) {
        scope.require(policy.brand(), Right.SET_UP);
        // The clocks belong to conversations, which whoever sets a brand up need not be allowed to change: the house
        // does it.
        return store.write(grants.system(policy.brand()), rows -> {
            Policy old = rows.policy(policy.brand()).orElse(null);
            rows.savePolicy(policy);
            note(rows, scope.user(), policy.brand(), old, policy);
            return setClocks(rows, policy.brand());
        });
    }

    @Override
    public int remove(Scope scope, BrandId brand) {
        scope.require(brand, Right.SET_UP);
        return store.write(grants.system(brand), rows -> {
            Policy old = rows.policy(brand).orElse(null);
            rows.removePolicy(brand);
            note(rows, scope.user(), brand, old, null);
            return setClocks(rows, brand);
        });
    }

    /** Writes down who promised what; the transaction itself is the house's. */
    private static void note(
            WriteRows rows, UserId actor, BrandId brand, @Nullable Policy before, @Nullable Policy after) {
        List<AuditField> fields = PolicyTrail.changed(before, after);
        if (!fields.isEmpty()) {
            rows.audit(new AuditEvent(
                    brand, Instant.now(), actor, AuditAction.POLICY, new AuditSubject.OfBrand(brand), fields));
        }
    }

    @Override
    public Deadline deadline(Policy policy, Instant start) {
        return clock.deadline(policy, start);
    }

    /**
     * Starts the clocks of open inquiries that have none, a page in each transaction.
     *
     * @param goOn asked between pages
     * @return how many were started
     */
    int startMissing(BrandId id, BooleanSupplier goOn) {
        Scope scope = grants.system(id);
        int started = 0;
        @Nullable InquiryId after = null;
        while (goOn.getAsBoolean()) {
            @Nullable InquiryId from = after;
            List<Inquiry> page = store.read(scope, rows -> rows.openInquiries(id, from, PAGE));
            if (page.isEmpty()) {
                break;
            }
            if (store.read(scope, rows -> lacksClock(rows, page))) {
                started += store.write(scope, rows -> {
                    Brand brand = rows.brand(id).orElseThrow();
                    return setClocks(rows, brand, rows.policy(id).orElse(null), page, true);
                });
            }
            after = page.getLast().id();
        }
        return started;
    }

    private static boolean lacksClock(ReadRows rows, List<Inquiry> inquiries) {
        return rows.conversations(refs(inquiries)).stream().anyMatch(c -> c.due() == null);
    }

    private static List<ConversationRef> refs(List<Inquiry> inquiries) {
        return inquiries.stream()
                .map(i -> new ConversationRef(i.brand(), i.conversation()))
                .toList();
    }

    /** Sets the clocks of all open inquiries of a brand by the policy it has now; returns how many changed. */
    private int setClocks(WriteRows rows, BrandId id) {
        Brand brand = rows.brand(id).orElseThrow();
        @Nullable Policy policy = rows.policy(id).orElse(null);
        int changed = 0;
        @Nullable InquiryId after = null;
        List<Inquiry> page;
        do {
            page = rows.openInquiries(id, after, PAGE);
            changed += setClocks(rows, brand, policy, page, false);
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PAGE);
        return changed;
    }

    private int setClocks(
            WriteRows rows, Brand brand, @Nullable Policy policy, List<Inquiry> inquiries, boolean missingOnly) {
        List<@Nullable Deadline> deadlines = deadlines(brand, policy, inquiries);
        Map<ConversationId, Conversation> conversations = new HashMap<>();
        rows.conversations(refs(inquiries)).forEach(c -> conversations.put(c.id(), c));
        List<Conversation> changed = new ArrayList<>();
        for (int i = 0; i < inquiries.size(); i++) {
            Conversation was = conversations.get(inquiries.get(i).conversation());
            InquiryId open = was == null ? null : was.inquiry();
            if (was != null && open != null && open.equals(inquiries.get(i).id())) {
                Conversation is = was.withClock(deadlines.get(i));
                if (!is.equals(was) && !(missingOnly && was.due() != null)) {
                    changed.add(is);
                }
            }
        }
        rows.saveConversations(changed);
        return changed.size();
    }

    private List<@Nullable Deadline> deadlines(Brand brand, @Nullable Policy policy, List<Inquiry> inquiries) {
        List<@Nullable Deadline> earliest = new ArrayList<>();
        inquiries.forEach(i -> earliest.add(null));
        for (ClockHook hook : hooks) {
            List<@Nullable Deadline> more = ask(hook, brand, policy, inquiries);
            for (int i = 0; i < more.size(); i++) {
                earliest.set(i, Deadline.earlier(earliest.get(i), more.get(i)));
            }
        }
        return earliest;
    }

    /** The deadlines of one hook; empty if it fails, or may know nothing of the brand. */
    private List<@Nullable Deadline> ask(
            ClockHook hook, Brand brand, @Nullable Policy policy, List<Inquiry> inquiries) {
        Bundle bundle = FrameworkUtil.getBundle(hook.getClass());
        String owner = bundle == null ? null : bundle.getSymbolicName();
        if (inquiries.isEmpty() || !brands.sees(owner == null ? "" : owner, brand.id())) {
            return List.of();
        }
        Guard.Call<ClockHook, List<@Nullable Deadline>> call = (service, monitor) -> {
            List<@Nullable Deadline> answers = new ArrayList<>(service.deadlines(brand, policy, inquiries));
            if (answers.size() != inquiries.size()) {
                throw new IllegalStateException(answers.size() + " deadlines for " + inquiries.size() + " inquiries");
            }
            return answers;
        };
        Guarded<List<@Nullable Deadline>> said =
                guard.call(Contribution.Kind.CLOCK, hook.getClass().getName(), hook, new NullProgressMonitor(), call);
        return switch (said) {
            case Guarded.Answered<List<@Nullable Deadline>> answered -> answered.value();
            case Guarded.Failed<List<@Nullable Deadline>> failed -> List.of();
            case Guarded.Off<List<@Nullable Deadline>> off -> List.of();
        };
    }
}
