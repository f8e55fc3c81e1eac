package org.kontor.ui.setup.internal.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.SettingSpec;
import org.kontor.api.channel.SettingSpec.Kind;
import org.kontor.api.store.TeamDatabase;
import org.kontor.api.store.TeamDatabase.Address;

/** The page of the database: a file on this computer, or the server of a team. Belongs to the UI thread. */
public final class TeamEditor {
    private static final String HOSTS = "hosts";
    private static final String DATABASE = "database";
    private static final String LOGIN = "login";
    private static final String PASSWORD = "password";
    /** What setup.sql proposes. */
    private static final String USUAL_DATABASE = "kontor";

    /** Where this workbench keeps its data. */
    public enum Place {
        FILE,
        TEAM
    }

    private final SetupServices services;
    private final Messages messages;
    private final FormModel form;
    private final Listeners listeners = new Listeners();
    private Place kept;
    private Place place;
    private boolean busy;
    private @Nullable Notice notice;

    TeamEditor(SetupServices services, Messages messages, Optional<Address> address, boolean passwordKept) {
        this.services = services;
        this.messages = messages;
        kept = address.isPresent() ? Place.TEAM : Place.FILE;
        place = kept;
        form = FormModel.of(
                Stream.of(
                                SettingSpec.of(HOSTS, Kind.TEXT, true, ""),
                                SettingSpec.of(DATABASE, Kind.TEXT, true, USUAL_DATABASE),
                                SettingSpec.of(LOGIN, Kind.TEXT, true, ""),
                                SettingSpec.of(PASSWORD, Kind.SECRET, true, ""))
                        .map(this::field)
                        .toList(),
                Assist.NONE,
                values(address),
                passwordKept);
        form.onChange(this::changed);
    }

    private FormField field(SettingSpec spec) {
        return new FormField(
                spec, messages.text("team." + spec.name()), messages.text("team." + spec.name() + ".hint"), List.of());
    }

    private static Map<String, String> values(Optional<Address> address) {
        Map<String, String> values = new HashMap<>();
        address.ifPresent(known -> {
            values.put(HOSTS, known.hosts());
            values.put(DATABASE, known.database());
            values.put(LOGIN, known.login());
        });
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

    /** The chosen place. */
    public Place place() {
        return place;
    }

    /** The user chose a place. */
    public void choose(Place chosen) {
        if (chosen != place) {
            place = chosen;
            notice = null;
            listeners.fire();
        }
    }

    /** The fields of the server; they count only while the place is the team's. */
    public FormModel form() {
        return form;
    }

    /** Whether something stands there that is not kept. */
    public boolean dirty() {
        return place != kept || place == Place.TEAM && form.dirty();
    }

    /** Whether saving would do something. */
    public boolean canSave() {
        return dirty() && !busy;
    }

    /** What is to be said of what was just done. */
    public Optional<Notice> notice() {
        return Optional.ofNullable(notice);
    }

    /** Tries the server and keeps what stands there, or says what is wrong with it. */
    public void save() {
        if (!canSave()) {
            return;
        }
        if (place == Place.TEAM && !form.valid()) {
            form.showAll();
            return;
        }
        Map<String, String> typed = form.values();
        Place chosen = place;
        busy = true;
        notice = null;
        services.work()
                .run(
                        messages.text("job.save", messages.text("place.team")),
                        SetupServices.FAMILY,
                        monitor -> keep(chosen, typed),
                        done -> saved(done, typed),
                        this::failed);
        listeners.fire();
    }

    private Place keep(Place chosen, Map<String, String> typed) {
        TeamDatabase team = services.team();
        if (chosen == Place.TEAM) {
            Address address = new Address(
                    typed.getOrDefault(HOSTS, ""), typed.getOrDefault(DATABASE, ""), typed.getOrDefault(LOGIN, ""));
            @Nullable String password = typed.get(PASSWORD);
            team.test(address, password);
            team.use(address, password);
        } else {
            team.leave();
        }
        return chosen;
    }

    private void saved(Place done, Map<String, String> typed) {
        busy = false;
        kept = done;
        if (done == Place.TEAM) {
            form.saved(typed);
            form.secretsKept(true);
        } else {
            form.secretsKept(false);
        }
        notice = new Notice(Notice.Kind.INFO, messages.text("team.saved"));
        listeners.fire();
    }

    private void failed(Throwable fault) {
        busy = false;
        notice = new Notice(Notice.Kind.ERROR, messages.text("save.failed", String.valueOf(fault.getMessage())));
        listeners.fire();
    }

    /** Takes back what was typed. */
    public void revert() {
        place = kept;
        notice = null;
        form.revert();
        listeners.fire();
    }
}
