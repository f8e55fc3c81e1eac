package org.kontor.ui.inbox.internal;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.api.BrandFilter;
import org.kontor.ui.api.ContextKeys;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.api.Topics;
import org.kontor.ui.api.state.ViewStates;
import org.kontor.ui.common.file.FileChooser;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.work.Work;
import org.kontor.ui.inbox.internal.model.LastPlace;
import org.kontor.ui.inbox.internal.model.ListEvent;
import org.kontor.ui.inbox.internal.model.Models;
import org.kontor.ui.inbox.internal.view.Kit;

/**
 * The inbox of the window: one set of models for all its parts and handlers. It begins as soon as the house is there; parts
 * that came sooner wait for it.
 */
public final class InboxSession {
    private final Look look;
    private final Work work;
    private final FileChooser files;
    private final Words words;
    private final Display display;
    private final IEclipseContext context;
    private final List<Consumer<Kit>> waiting = new ArrayList<>();
    private final Stage stage = new Stage();
    private final @Nullable ViewStates states;
    private @Nullable Kit kit;

    @Inject
    InboxSession(
            Look look,
            Work work,
            FileChooser files,
            @Translation Messages texts,
            @Named(TranslationService.LOCALE) Locale locale,
            Display display,
            MApplication application,
            @Optional @Nullable ViewStates states) {
        this.look = look;
        this.work = work;
        this.files = files;
        this.display = display;
        this.states = states;
        context = application.getContext();
        words = new Words(texts, locale, Times.here(), InstantSource.system());
    }

    /** The house is there, or has changed. */
    @Inject
    void open(@Optional @Nullable House house) {
        if (house == null || kit != null) {
            return;
        }
        WorkThreads threads = new WorkThreads(work, display);
        Models models = new Models(house.services(), threads, InstantSource.system(), words.locale(), house::sections);
        Kit opened = new Kit(look, words, models, new WindowOutside(context, work, house.services(), words), files);
        kit = opened;
        models.inbox().listeners().add(event -> {
            if (event instanceof ListEvent.Lead lead) {
                context.set(ContextKeys.CONVERSATION, lead.lead());
            }
        });
        ViewStates kept = states;
        if (kept != null) {
            new LastPlace(kept, models.inbox()).restore();
        }
        filter((BrandFilter) context.get(ContextKeys.BRANDS));
        range((TimeRange) context.get(ContextKeys.RANGE));
        waiting.forEach(each -> each.accept(opened));
        waiting.clear();
        models.start();
    }

    @PreDestroy
    void close() {
        Kit opened = kit;
        if (opened != null) {
            opened.models().end();
        }
    }

    /** Calls {@code then} with what the views need, now or as soon as the house is there. */
    public void whenOpen(Consumer<Kit> then) {
        Kit opened = kit;
        if (opened == null) {
            waiting.add(then);
        } else {
            then.accept(opened);
        }
    }

    /** The views that are on the screen. */
    public Stage stage() {
        return stage;
    }

    /** The models; null before the house is there. */
    public @Nullable Models models() {
        Kit opened = kit;
        return opened == null ? null : opened.models();
    }

    /** The looks of the window. */
    public Look look() {
        return look;
    }

    /** The words of the inbox. */
    public Words words() {
        return words;
    }

    /** The conversations that an action is for. */
    public Collection<ConversationRef> selected() {
        Models models = models();
        return models == null ? List.of() : models.inbox().selected();
    }

    @Inject
    @Optional
    void search(@UIEventTopic(Topics.SEARCH) String text) {
        Models models = models();
        if (models != null) {
            models.inbox().search(text);
        }
    }

    @Inject
    @Optional
    void show(@UIEventTopic(Topics.OPEN_CONVERSATION) ConversationRef ref) {
        Models models = models();
        if (models != null) {
            models.inbox().open(ref);
        }
    }

    @Inject
    void filter(@Optional @Nullable @Named(ContextKeys.BRANDS) BrandFilter filter) {
        Models models = models();
        if (models != null && filter != null) {
            models.inbox().brands(filter.brands());
            models.counts().brands(filter.brands());
        }
    }

    @Inject
    void range(@Optional @Nullable @Named(ContextKeys.RANGE) TimeRange range) {
        Models models = models();
        if (models != null && range != null) {
            models.inbox().range(range);
        }
    }
}
