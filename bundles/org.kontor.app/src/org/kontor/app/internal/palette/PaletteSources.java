package org.kontor.app.internal.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.FloodException;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.store.Store;
import org.kontor.app.internal.model.GuardedCalls;
import org.kontor.ui.api.palette.PaletteEntry;
import org.kontor.ui.api.palette.PaletteEntry.Action;
import org.kontor.ui.api.palette.PaletteSource;
import org.kontor.ui.api.palette.PaletteSource.Request;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** All that can be searched, each called through the guard and with the brands that its bundle sees. */
@Component(service = PaletteSources.class)
public final class PaletteSources {
    private static final String OWN_BUNDLE = "org.kontor.app";

    /** More entries than that are no answer. */
    static final int FLOOD = 1_000;

    private static final int MOST_WORDS = 500;

    /**
     * Something that can be searched.
     *
     * @param bundle that it comes from
     * @param key tells it from the others, without asking it
     */
    public record Known(PaletteSource source, String bundle, Object key) {}

    private final GuardedCalls guard;
    private final Map<Object, Known> sources = new ConcurrentHashMap<>();
    private volatile @Nullable Store store;
    private volatile @Nullable Grants grants;

    @Activate
    public PaletteSources(@Reference GuardedCalls guard) {
        this.guard = guard;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(PaletteSource source, ServiceReference<PaletteSource> reference) {
        Bundle bundle = reference.getBundle();
        add(new Known(source, bundle == null ? "" : bundle.getSymbolicName(), reference));
    }

    void removeSource(ServiceReference<PaletteSource> reference) {
        sources.remove(reference);
    }

    void add(Known known) {
        sources.put(known.key(), known);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setStore(Store bound) {
        store = bound;
    }

    void unsetStore(Store gone) {
        store = null;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setGrants(Grants bound) {
        grants = bound;
    }

    void unsetGrants(Grants gone) {
        grants = null;
    }

    /**
     * What can be searched now.
     *
     * @param conversations head of the group of conversations
     */
    public List<Known> all(String conversations) {
        List<Known> all = new ArrayList<>();
        Store rows = store;
        if (rows != null) {
            all.add(new Known(new ConversationSource(rows, conversations), OWN_BUNDLE, OWN_BUNDLE));
        }
        all.addAll(sources.values());
        return all;
    }

    /**
     * Searches one. Reads the store: for worker threads.
     *
     * @param wanted its scope is not looked at: what the user may see decides
     * @return nothing if it cannot be searched now; what is wrong with it is kept by the guard
     * @throws Exception what it threw, if there is no guard
     */
    public Optional<PaletteGroup> find(Known known, Search wanted, IProgressMonitor monitor) throws Exception {
        Grants by = grants;
        if (by == null) {
            return Optional.empty();
        }
        Scope scope = guard.narrow(known.bundle(), by.current());
        Request request = new Request(wanted.text(), scope, wanted.brands(), wanted.locale(), wanted.most());
        PaletteSource asked = known.source();
        // Its name is its code as well: who does not even say that is called by its class.
        Guarded<String> named = guard.call(
                Contribution.Kind.PALETTE,
                asked.getClass().getName(),
                asked,
                monitor,
                (source, watched) -> source.id());
        if (!(named instanceof Guarded.Answered<String>(String id))) {
            return Optional.empty();
        }
        Guarded<PaletteGroup> answer = guard.call(
                Contribution.Kind.PALETTE,
                id,
                asked,
                monitor,
                (source, watched) -> group(source, id, request, watched));
        return answer instanceof Guarded.Answered<PaletteGroup>(PaletteGroup group)
                ? Optional.of(group)
                : Optional.empty();
    }

    /** What is looked for. */
    public record Search(String text, org.kontor.ui.api.BrandFilter brands, java.util.Locale locale, int most) {}

    private static PaletteGroup group(PaletteSource source, String id, Request request, IProgressMonitor monitor) {
        List<PaletteHit> hits = FloodException.limit(source.find(request, monitor), FLOOD).stream()
                .filter(entry -> within(entry, request.scope()))
                .limit(request.most())
                .map(entry -> new PaletteHit("", cut(entry), "", true))
                .toList();
        return new PaletteGroup(id, source.order(), cut(source.title(request.locale())), request.most(), hits);
    }

    private static PaletteEntry cut(PaletteEntry entry) {
        return new PaletteEntry(cut(entry.label()), cut(entry.detail()), entry.icon(), entry.colour(), entry.action());
    }

    private static String cut(String words) {
        return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "\u2026" : words;
    }

    /** A source that names a conversation which it should not know is not believed. */
    private static boolean within(PaletteEntry entry, Scope scope) {
        return switch (entry.action()) {
            case Action.OpenConversation(var conversation) -> scope.brands().contains(conversation.brand());
            case Action.ShowBrands(var filter) -> scope.brands().containsAll(filter.brands());
            case Action.RunCommand run -> true;
        };
    }
}
