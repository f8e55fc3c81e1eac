package org.kontor.ui.setup.internal.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.id.BrandId;

/** The page of a brand. Belongs to the UI thread. */
public final class BrandEditor {
    private final SetupServices services;
    private final Messages messages;
    private final BrandForm form;
    private final Listeners listeners = new Listeners();
    private final Runnable reload;
    private final LogoEditor logo;
    private Snapshot snapshot;
    private Brand brand;
    private boolean busy;
    private @Nullable Notice notice;

    BrandEditor(SetupServices services, Messages messages, Snapshot snapshot, Brand brand, Runnable reload) {
        this.services = services;
        this.messages = messages;
        this.snapshot = snapshot;
        this.brand = brand;
        this.reload = reload;
        logo = new LogoEditor(services, messages, brand.id(), listeners::fire);
        form = BrandForm.of(messages, brand, snapshot.brands());
        form.onChange(() -> {
            notice = Notice.after(notice, form.dirty());
            listeners.fire();
        });
    }

    /** Calls {@code listener} after every change. */
    public Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** The brand as it is kept. */
    public Brand brand() {
        return brand;
    }

    public BrandId id() {
        return brand.id();
    }

    public BrandForm form() {
        return form;
    }

    /** Its logo. */
    public LogoEditor logo() {
        return logo;
    }

    /** What is set up beside it. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** The name of the client; empty while it is unknown. */
    public String client() {
        return snapshot.client(brand.client()).map(c -> c.name()).orElse("");
    }

    /** Whether it is being kept just now. */
    public boolean busy() {
        return busy;
    }

    /** What is to be said of what was just done. */
    public Optional<Notice> notice() {
        return Optional.ofNullable(notice);
    }

    /** Whether saving would do something. */
    public boolean canSave() {
        return form.dirty() && !busy;
    }

    /** Keeps what stands in the form, or says what is wrong with it. */
    public void save() {
        if (!canSave()) {
            return;
        }
        if (!form.valid()) {
            form.showAll();
            return;
        }
        Brand changed = form.brand(brand);
        busy = true;
        notice = null;
        services.work()
                .run(
                        messages.text("job.save", changed.name()),
                        SetupServices.FAMILY,
                        monitor -> {
                            services.setup().changeBrand(services.scope(), changed);
                            return changed;
                        },
                        this::saved,
                        this::failed);
        listeners.fire();
    }

    /** Takes back what was typed. */
    public void revert() {
        notice = null;
        form.revert();
        listeners.fire();
    }

    void update(Snapshot read, Brand kept) {
        snapshot = read;
        brand = kept;
        form.setOthers(
                read.brands().stream().filter(b -> !b.id().equals(kept.id())).toList());
        if (!busy) {
            form.keptAs(kept);
        }
        listeners.fire();
    }

    private void saved(Brand changed) {
        busy = false;
        brand = changed;
        form.keptAs(changed);
        notice = new Notice(Notice.Kind.INFO, messages.text("saved"));
        listeners.fire();
        reload.run();
    }

    private void failed(Throwable fault) {
        busy = false;
        notice = new Notice(Notice.Kind.ERROR, messages.text("save.failed", String.valueOf(fault.getMessage())));
        listeners.fire();
    }
}
