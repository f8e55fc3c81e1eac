package org.kontor.ui.setup.internal.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.channel.SettingSpec;
import org.kontor.api.channel.SettingSpec.Kind;
import org.kontor.api.clock.BadClockException;
import org.kontor.api.clock.Deadline;
import org.kontor.api.clock.Holidays;
import org.kontor.api.clock.OfficeHours;
import org.kontor.api.clock.OfficeHours.Interval;
import org.kontor.api.clock.OfficeHours.SpecialDay;
import org.kontor.api.clock.Policy;
import org.kontor.api.id.BrandId;

/** The page of a brand's promise: how soon an inquiry is answered, and when the office is open. Belongs to the UI thread. */
public final class PolicyEditor {
    static final String PROMISE = "promise";
    static final String TARGET = "target";
    static final String START = "start";
    static final String ZONE = "zone";
    static final String DAYS = "days";

    private static final String YES = "true";
    private static final Duration USUAL_TARGET = Duration.ofHours(4);
    private static final Interval USUAL_DAY = Interval.ofMinutes(9 * 60, 17 * 60);
    /** The example is an inquiry that comes so long before the office closes. */
    private static final int BEFORE_CLOSING = 10;

    private final SetupServices services;
    private final Messages messages;
    private final InstantSource clock;
    private final FormModel form;
    private final FormModel days;
    private final Listeners listeners = new Listeners();
    private final Runnable reload;
    private Brand brand;
    private boolean busy;
    private @Nullable Notice notice;

    PolicyEditor(
            SetupServices services,
            Messages messages,
            InstantSource clock,
            Brand brand,
            Optional<Policy> policy,
            Runnable reload) {
        this.services = services;
        this.messages = messages;
        this.clock = clock;
        this.brand = brand;
        this.reload = reload;
        Assist assist = new PolicyAssist(messages.locale());
        Map<String, String> kept = values(policy);
        form = FormModel.of(fields(), assist, kept, false);
        days = FormModel.of(List.of(field(SettingSpec.of(DAYS, Kind.TEXT, false, ""))), assist, kept, false);
        form.onChange(this::changed);
        days.onChange(this::changed);
    }

    private List<FormField> fields() {
        List<FormField> fields = new ArrayList<>();
        fields.add(field(SettingSpec.of(PROMISE, Kind.SWITCH, false, "false")));
        fields.add(field(SettingSpec.of(TARGET, Kind.TEXT, true, "")));
        List<String> starts = new ArrayList<>();
        List<FormField.Choice> choices = new ArrayList<>();
        for (Policy.Start start : Policy.Start.values()) {
            starts.add(start.name());
            choices.add(new FormField.Choice(start.name(), messages.text("policy.start." + start)));
        }
        SettingSpec start = new SettingSpec(START, Kind.CHOICE, true, Policy.Start.PUBLISHED.name(), starts, false);
        fields.add(new FormField(start, messages.text("policy.start"), messages.text("policy.start.hint"), choices));
        fields.add(field(SettingSpec.of(ZONE, Kind.TEXT, true, "")));
        for (DayOfWeek day : DayOfWeek.values()) {
            SettingSpec spec = SettingSpec.of(day.name(), Kind.TEXT, false, "");
            fields.add(new FormField(
                    spec,
                    day.getDisplayName(TextStyle.FULL_STANDALONE, messages.locale()),
                    day == DayOfWeek.MONDAY ? messages.text("policy.hours.hint") : "",
                    List.of()));
        }
        return fields;
    }

    private FormField field(SettingSpec spec) {
        String key = "policy." + spec.name();
        String hint = key + ".hint";
        return new FormField(spec, messages.text(key), messages.has(hint) ? messages.text(hint) : "", List.of());
    }

    private Map<String, String> values(Optional<Policy> policy) {
        Map<String, String> values = new HashMap<>();
        values.put(PROMISE, String.valueOf(policy.isPresent()));
        values.put(TARGET, HoursText.length(policy.map(Policy::firstResponse).orElse(USUAL_TARGET)));
        values.put(
                START, policy.map(Policy::start).orElse(Policy.Start.PUBLISHED).name());
        values.put(ZONE, policy.map(p -> p.hours().zone()).orElse(brand.zone()).getId());
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Interval> usual = day.getValue() <= DayOfWeek.FRIDAY.getValue() ? List.of(USUAL_DAY) : List.of();
            values.put(
                    day.name(),
                    HoursText.hours(policy.map(p -> p.hours().on(day)).orElse(usual)));
        }
        List<SpecialDay> special = policy.map(p -> p.hours().special()).orElse(List.of());
        values.put(DAYS, HoursText.days(special, messages.locale()));
        return values;
    }

    /** Calls {@code listener} after every change. */
    public Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    private void changed() {
        notice = Notice.after(notice, dirty());
        listeners.fire();
    }

    /** Whose promise it is. */
    public Brand brand() {
        return brand;
    }

    /** The target and the week. */
    public FormModel form() {
        return form;
    }

    /** Days that are different, one in a line. */
    public FormModel days() {
        return days;
    }

    /** The special days as they stand in a field of several lines. */
    public String dayLines() {
        return days.value(DAYS).replace(HoursText.NEXT, "\n");
    }

    /** The user typed into the field of several lines. */
    public void setDayLines(String lines) {
        days.set(DAYS, lines.replaceAll("\\R", HoursText.NEXT));
    }

    /** The year of the holidays that {@link #addHolidays} adds first. */
    public int year() {
        return LocalDate.ofInstant(clock.instant(), brand.zone()).getYear();
    }

    /** Adds the holidays of Germany of this year and the next; days that stand there already stay as they are. */
    public void addHolidays() {
        HoursText.days(days.value(DAYS)).value().ifPresent(typed -> {
            List<SpecialDay> all = new ArrayList<>(typed);
            List<LocalDate> dates = typed.stream().map(SpecialDay::date).toList();
            Stream.of(year(), year() + 1)
                    .flatMap(year -> Holidays.germany(year).stream())
                    .filter(day -> !dates.contains(day.date()))
                    .forEach(all::add);
            all.sort(Comparator.comparing(SpecialDay::date));
            days.set(DAYS, HoursText.days(all, messages.locale()));
        });
    }

    /** The user left the field of several lines. */
    public void leaveDays() {
        days.leave(DAYS);
    }

    /** What is wrong with the special days and is to be said now. */
    public Optional<Problem> dayProblem() {
        return days.shown(DAYS);
    }

    /** Whether something is promised. */
    public boolean promises() {
        return form.value(PROMISE).equals(YES);
    }

    /** Whether something stands there that is not kept. */
    public boolean dirty() {
        return form.dirty() || days.dirty();
    }

    /** Whether saving would do something. */
    public boolean canSave() {
        return dirty() && !busy;
    }

    /** Whether everything that is typed can be read. */
    public boolean valid() {
        return !promises() || form.valid() && days.valid();
    }

    /** What is to be said of what was just done. */
    public Optional<Notice> notice() {
        return Optional.ofNullable(notice);
    }

    // -- what it means

    /** What stands in the form, in plain words; empty where it cannot be read. */
    public String meaning() {
        if (!promises()) {
            return messages.text("policy.means.nothing");
        }
        try {
            return form.valid() && days.valid() ? meaning(policy()) : "";
        } catch (BadClockException bad) {
            return bad(bad);
        }
    }

    private String meaning(Policy policy) {
        ZonedDateTime begin = example(policy.hours());
        Deadline deadline = services.policies().deadline(policy, begin.toInstant());
        return messages.text(
                "policy.means",
                moment(begin, begin),
                moment(deadline.due().atZone(begin.getZone()), begin),
                moment(deadline.warn().atZone(begin.getZone()), begin));
    }

    /** Shortly before the office closes on the next ordinary Friday: there it shows whether one has understood. */
    private ZonedDateTime example(OfficeHours hours) {
        LocalDate friday =
                LocalDate.ofInstant(clock.instant(), hours.zone()).with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        List<LocalDate> special = hours.special().stream().map(SpecialDay::date).toList();
        while (special.contains(friday)) {
            friday = friday.plusWeeks(1);
        }
        List<Interval> open = hours.on(DayOfWeek.FRIDAY);
        int closes = open.isEmpty() ? USUAL_DAY.toMinute() : open.getLast().toMinute();
        int minute = Math.max(0, (closes == 1_440 ? USUAL_DAY.toMinute() : closes) - BEFORE_CLOSING);
        return friday.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(hours.zone());
    }

    private String moment(ZonedDateTime at, ZonedDateTime begin) {
        Locale locale = messages.locale();
        boolean soon = ChronoUnit.DAYS.between(begin.toLocalDate(), at.toLocalDate()) < 7;
        String pattern = messages.text(soon ? "policy.moment" : "policy.moment.far");
        return at.format(DateTimeFormatter.ofPattern(pattern, locale));
    }

    private Policy policy() {
        Map<DayOfWeek, List<Interval>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly.put(day, HoursText.hours(form.value(day.name())).value().orElse(List.of()));
        }
        ZoneId zone = Zones.parse(form.value(ZONE)).orElse(brand.zone());
        List<SpecialDay> special = HoursText.days(days.value(DAYS)).value().orElse(List.of());
        return new Policy(
                brand.id(),
                new OfficeHours(zone, weekly, special),
                HoursText.length(form.value(TARGET)).value().orElse(Duration.ZERO),
                Policy.Start.valueOf(form.value(START)),
                Policy.WARN_PERCENT);
    }

    private String bad(BadClockException bad) {
        String part = bad.field().replaceFirst("\\..*", "");
        String key = "policy.bad." + part;
        return messages.has(key) ? messages.text(key) : String.valueOf(bad.getMessage());
    }

    // -- keeping it

    /** Keeps what stands there, or says what is wrong with it. */
    public void save() {
        if (!canSave()) {
            return;
        }
        if (!valid()) {
            form.showAll();
            days.showAll();
            return;
        }
        try {
            keep(promises() ? Optional.of(policy()) : Optional.empty());
        } catch (BadClockException bad) {
            notice = new Notice(Notice.Kind.ERROR, bad(bad));
            listeners.fire();
        }
    }

    private void keep(Optional<Policy> policy) {
        Map<String, String> typed = form.values();
        Map<String, String> typedDays = days.values();
        BrandId id = brand.id();
        busy = true;
        notice = null;
        services.work()
                .run(
                        messages.text("job.save", messages.text("policy.title")),
                        SetupServices.FAMILY,
                        monitor -> keep(policy, id),
                        changed -> saved(changed, typed, typedDays),
                        this::failed);
        listeners.fire();
    }

    private Integer keep(Optional<Policy> policy, BrandId id) {
        return policy.isPresent()
                ? services.policies().save(services.scope(), policy.get())
                : services.policies().remove(services.scope(), id);
    }

    private void saved(Integer clocks, Map<String, String> typed, Map<String, String> typedDays) {
        busy = false;
        form.saved(typed);
        days.saved(typedDays);
        notice = new Notice(Notice.Kind.INFO, messages.text("policy.saved", clocks));
        listeners.fire();
        reload.run();
    }

    private void failed(Throwable fault) {
        busy = false;
        notice = new Notice(Notice.Kind.ERROR, messages.text("save.failed", String.valueOf(fault.getMessage())));
        listeners.fire();
    }

    /** Takes back what was typed. */
    public void revert() {
        notice = null;
        form.revert();
        days.revert();
        listeners.fire();
    }

    void update(Brand kept, Optional<Policy> policy) {
        brand = kept;
        if (!busy) {
            Map<String, String> values = values(policy);
            form.keptElsewhere(values);
            days.keptElsewhere(values);
        }
    }
}
