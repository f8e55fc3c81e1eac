package org.kontor.escalation.internal.clock;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kontor.api.audit.AuditField;
import org.kontor.api.clock.OfficeHours;
import org.kontor.api.clock.OfficeHours.Interval;
import org.kontor.api.clock.Policy;

/** What of a policy is different, as the audit trail tells it. */
final class PolicyTrail {
    private PolicyTrail() {}

    /**
     * @param before null where nothing was promised
     * @param after null where nothing is promised any more
     */
    static List<AuditField> changed(@Nullable Policy before, @Nullable Policy after) {
        return AuditField.changed(before == null ? null : facts(before), after == null ? Map.of() : facts(after));
    }

    private static Map<String, String> facts(Policy policy) {
        Map<String, String> facts = new HashMap<>();
        facts.put("firstResponse", policy.firstResponse().toString());
        facts.put("start", policy.start().name());
        facts.put("warnPercent", String.valueOf(policy.warnPercent()));
        OfficeHours hours = policy.hours();
        facts.put("zone", hours.zone().getId());
        for (DayOfWeek day : DayOfWeek.values()) {
            facts.put(day.name(), intervals(hours.on(day)));
        }
        facts.put(
                "special",
                hours.special().stream()
                        .map(day -> (day.date() + " " + intervals(day.open()) + " " + day.name()).strip())
                        .collect(Collectors.joining("\n")));
        return facts;
    }

    private static String intervals(List<Interval> open) {
        return open.stream().map(i -> i.from() + "–" + i.to()).collect(Collectors.joining(", "));
    }
}
