package org.kontor.ui.setup.internal.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.desk.Setup;
import org.kontor.api.desk.Setup.LogoVerdict;
import org.kontor.api.id.BrandId;

/** The logo of a brand. It is kept as soon as it is chosen, apart from the form. Belongs to the UI thread. */
public final class LogoEditor {
    private final SetupServices services;
    private final Messages messages;
    private final BrandId brand;
    private final Runnable changed;
    private byte @Nullable [] picture;
    private boolean asked;
    private boolean busy;
    private boolean wrong;
    private String remark = "";

    LogoEditor(SetupServices services, Messages messages, BrandId brand, Runnable changed) {
        this.services = services;
        this.messages = messages;
        this.brand = brand;
        this.changed = changed;
    }

    /** The picture as it is kept, a PNG; empty where there is none or it was not read yet. */
    public Optional<byte[]> picture() {
        return Optional.ofNullable(picture);
    }

    /** Whether something is being done. */
    public boolean busy() {
        return busy;
    }

    /** What is to be said of what was just done; may be empty. */
    public String remark() {
        return remark;
    }

    /** Whether that is bad news. */
    public boolean wrong() {
        return wrong;
    }

    /** Reads the logo, once. */
    public void show() {
        if (!asked) {
            asked = true;
            read("", false);
        }
    }

    private void read(String said, boolean bad) {
        services.work()
                .run(
                        messages.text("job.logo"),
                        SetupServices.FAMILY,
                        monitor -> services.store().read(services.scope(), rows -> rows.brandLogo(brand)),
                        found -> {
                            picture = found.orElse(null);
                            say(said, bad);
                        },
                        this::failed);
    }

    /** Makes the picture of a file the logo. */
    public void choose(Path file) {
        run(() -> verdict(file), verdict -> {
            if (verdict == LogoVerdict.KEPT) {
                read(messages.text("logo.KEPT"), false);
            } else {
                say(messages.text("logo." + verdict), true);
            }
        });
    }

    private LogoVerdict verdict(Path file) throws IOException {
        // A large file is not read to find that it is one.
        return Files.size(file) > Setup.MOST_LOGO_BYTES
                ? LogoVerdict.TOO_LARGE
                : services.setup().changeLogo(services.scope(), brand, Files.readAllBytes(file));
    }

    /** Takes the logo away. */
    public void remove() {
        run(
                () -> {
                    services.setup().removeLogo(services.scope(), brand);
                    return brand;
                },
                done -> {
                    picture = null;
                    say(messages.text("logo.removed"), false);
                });
    }

    /** What is done outside the UI thread. */
    private interface Task<T> {
        T run() throws IOException;
    }

    private <T> void run(Task<T> task, java.util.function.Consumer<T> then) {
        if (busy) {
            return;
        }
        busy = true;
        changed.run();
        services.work().run(messages.text("job.logo"), SetupServices.FAMILY, monitor -> task.run(), then, this::failed);
    }

    private void failed(Throwable fault) {
        say(messages.text("save.failed", String.valueOf(fault.getMessage())), true);
    }

    private void say(String words, boolean bad) {
        busy = false;
        remark = words;
        wrong = bad;
        changed.run();
    }
}
