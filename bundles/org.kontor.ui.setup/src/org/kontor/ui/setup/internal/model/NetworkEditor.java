package org.kontor.ui.setup.internal.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.SettingSpec;
import org.kontor.api.channel.SettingSpec.Kind;
import org.kontor.api.network.NetworkSettings;
import org.kontor.api.network.NetworkSettings.Way;

/** The page of the network: the way to the internet, and whom to trust. Belongs to the UI thread. */
public final class NetworkEditor {
    private static final String HOST = "host";
    private static final String PORT = "port";
    private static final String USER = "user";
    private static final String PASSWORD = "password";
    private static final String EXCEPTIONS = "exceptions";
    private static final String CERTIFICATES = "certificates";
    /** What most proxies listen at. */
    private static final String USUAL_PORT = "8080";

    private final SetupServices services;
    private final Messages messages;
    private final FormModel proxy;
    private final FormModel trust;
    private final Listeners listeners = new Listeners();
    private Way kept;
    private Way way;
    private boolean busy;
    private @Nullable Notice notice;

    NetworkEditor(SetupServices services, Messages messages, NetworkSettings settings, boolean passwordKept) {
        this.services = services;
        this.messages = messages;
        kept = settings.way();
        way = kept;
        proxy = FormModel.of(
                Stream.of(
                                SettingSpec.of(HOST, Kind.HOST, true, ""),
                                SettingSpec.of(PORT, Kind.PORT, true, USUAL_PORT),
                                SettingSpec.of(USER, Kind.TEXT, false, ""),
                                SettingSpec.of(PASSWORD, Kind.SECRET, false, ""),
                                SettingSpec.of(EXCEPTIONS, Kind.TEXT, false, ""))
                        .map(this::field)
                        .toList(),
                Assist.NONE,
                values(settings),
                passwordKept);
        trust = FormModel.of(
                List.of(field(SettingSpec.of(CERTIFICATES, Kind.TEXT, false, ""))),
                Assist.NONE,
                values(settings),
                false);
        proxy.onChange(this::changed);
        trust.onChange(this::changed);
    }

    private FormField field(SettingSpec spec) {
        return new FormField(
                spec,
                messages.text("network." + spec.name()),
                messages.text("network." + spec.name() + ".hint"),
                List.of());
    }

    private static Map<String, String> values(NetworkSettings settings) {
        Map<String, String> values = new HashMap<>();
        values.put(HOST, settings.host());
        values.put(PORT, settings.port() == 0 ? USUAL_PORT : String.valueOf(settings.port()));
        values.put(USER, settings.user());
        values.put(EXCEPTIONS, String.join(", ", settings.exceptions()));
        values.put(CERTIFICATES, settings.certificates().map(Path::toString).orElse(""));
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

    /** The chosen way. */
    public Way way() {
        return way;
    }

    /** The user chose a way. */
    public void choose(Way chosen) {
        if (chosen != way) {
            way = chosen;
            notice = null;
            listeners.fire();
        }
    }

    /** The fields of the proxy; they count only while {@link #way} is by it. */
    public FormModel proxy() {
        return proxy;
    }

    /** The fields of further trust. */
    public FormModel trust() {
        return trust;
    }

    /** Whether something stands there that is not kept. */
    public boolean dirty() {
        return way != kept || proxy.dirty() || trust.dirty();
    }

    /** Whether saving would do something. */
    public boolean canSave() {
        return dirty() && !busy;
    }

    /** What is to be said of what was just done. */
    public Optional<Notice> notice() {
        return Optional.ofNullable(notice);
    }

    /** Keeps what stands there, or says what is wrong with it. */
    public void save() {
        if (!canSave()) {
            return;
        }
        if (way == Way.PROXY && !proxy.valid()) {
            proxy.showAll();
            return;
        }
        Map<String, String> typed = proxy.values();
        Map<String, String> trusted = trust.values();
        Way chosen = way;
        busy = true;
        notice = null;
        services.work()
                .run(
                        messages.text("job.save", messages.text("place.network")),
                        SetupServices.FAMILY,
                        monitor -> keep(chosen, typed, trusted.getOrDefault(CERTIFICATES, "")),
                        settings -> saved(settings, typed, trusted),
                        this::failed);
        listeners.fire();
    }

    private NetworkSettings keep(Way chosen, Map<String, String> typed, String folder) {
        if (!folder.isEmpty() && !Files.isDirectory(Path.of(folder))) {
            throw new IllegalArgumentException(messages.text("network.noFolder", folder));
        }
        String port = typed.getOrDefault(PORT, "");
        String user = typed.getOrDefault(USER, "");
        NetworkSettings settings = new NetworkSettings(
                chosen,
                typed.getOrDefault(HOST, ""),
                SettingRules.isPort(port) ? Integer.parseInt(port) : 0,
                user,
                Stream.of(typed.getOrDefault(EXCEPTIONS, "").split("[,;\\s]+"))
                        .filter(each -> !each.isEmpty())
                        .toList(),
                folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder)));
        // A password without a name is of no use to anyone.
        services.network().change(settings, user.isEmpty() ? "" : typed.get(PASSWORD));
        return settings;
    }

    private void saved(NetworkSettings settings, Map<String, String> typed, Map<String, String> trusted) {
        busy = false;
        kept = settings.way();
        proxy.saved(typed);
        proxy.secretsKept(!settings.user().isEmpty() && (proxy.secretsKept() || typed.containsKey(PASSWORD)));
        trust.saved(trusted);
        notice = new Notice(Notice.Kind.INFO, messages.text("saved"));
        listeners.fire();
    }

    private void failed(Throwable fault) {
        busy = false;
        notice = new Notice(Notice.Kind.ERROR, messages.text("save.failed", String.valueOf(fault.getMessage())));
        listeners.fire();
    }

    /** Takes back what was typed. */
    public void revert() {
        way = kept;
        notice = null;
        proxy.revert();
        trust.revert();
        listeners.fire();
    }
}
