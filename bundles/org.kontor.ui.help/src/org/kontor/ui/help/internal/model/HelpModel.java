package org.kontor.ui.help.internal.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the window of the manual shows: which page, where in it, what was searched, how large. Belongs to the UI thread; tells
 * its listeners after every change.
 */
public final class HelpModel {
    /** The sizes of text in per cent of the usual one. */
    private static final List<Integer> SIZES = List.of(80, 90, 100, 115, 130, 150, 175, 200);

    private static final int USUAL = SIZES.indexOf(100);
    private static final int REMEMBERED = 100;

    /**
     * A page and the heading that stands on top.
     *
     * @param anchor empty for the beginning
     */
    public record Place(PageId page, String anchor) {}

    private final Messages texts;
    private final Listeners listeners = new Listeners();
    private final Deque<Place> before = new ArrayDeque<>();
    private final Deque<Place> after = new ArrayDeque<>();
    private Optional<Manual> manual = Optional.empty();
    private Optional<Place> place = Optional.empty();
    private String words = "";
    private String notice = "";
    private int size = USUAL;

    public HelpModel(Messages texts) {
        this.texts = texts;
    }

    /** Calls {@code listener} after every change, until what is returned is run. */
    public Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** Takes a manual that was read; goes on where the reader was if that page is still there. */
    public void take(Manual read) {
        manual = Optional.of(read);
        place = place.filter(here -> read.page(here.page()).isPresent());
        listeners.fire();
    }

    /** The page that is shown. */
    public Optional<Page> page() {
        return place.flatMap(here -> manual.flatMap(all -> all.page(here.page())));
    }

    /** Where the reader is. */
    public Optional<Place> place() {
        return place;
    }

    /** The manual once it was read. */
    public Optional<Manual> manual() {
        return manual;
    }

    /** What the last step has to say; empty if nothing. */
    public String notice() {
        return notice;
    }

    /** Opens the page about a perspective; the first page if there is none about it. */
    public void openAbout(String perspective) {
        manual.ifPresent(all -> {
            Optional<Page> about = all.about(perspective);
            Optional<Page> page = about.or(() -> all.pages().stream().findFirst());
            page.ifPresent(
                    found -> go(new Place(found.id(), ""), about.isPresent() ? "" : texts.text("perspective.none")));
        });
    }

    /** Opens a page. */
    public void open(PageId page) {
        manual.ifPresent(all -> all.page(page)
                .ifPresentOrElse(
                        found -> go(new Place(page, ""), ""), () -> tell(texts.text("link.nowhere", page.toString()))));
    }

    /**
     * Follows a link of the page that is shown. A link to a page is followed here; what leads out is for the caller.
     *
     * @return where it leads
     */
    public Target follow(String link) {
        Target target = page().flatMap(here -> manual.map(all -> all.resolve(here, link)))
                .orElseGet(() -> new Target.Nowhere(link));
        switch (target) {
            case Target.ToPage to -> go(new Place(to.page(), to.anchor()), "");
            case Target.Nowhere nowhere -> tell(texts.text("link.nowhere", nowhere.link()));
            case Target.ToWeb web -> tell("");
            case Target.ToCommand command -> tell("");
        }
        return target;
    }

    /** Says that what a link leads to could not be opened. */
    public void failed(String what) {
        tell(texts.text("link.failed", what));
    }

    /** Whether there is a page before this one in the reader's way. */
    public boolean canGoBack() {
        return !before.isEmpty();
    }

    /** Whether the reader went back before. */
    public boolean canGoForward() {
        return !after.isEmpty();
    }

    /** Goes to where the reader was before. */
    public void back() {
        step(before, after);
    }

    /** Goes to where the reader came back from. */
    public void forward() {
        step(after, before);
    }

    private void step(Deque<Place> from, Deque<Place> to) {
        if (!from.isEmpty()) {
            place.ifPresent(to::push);
            place = Optional.of(from.pop());
            notice = "";
            listeners.fire();
        }
    }

    private void go(Place to, String say) {
        if (!Optional.of(to).equals(place)) {
            place.ifPresent(before::push);
            after.clear();
            while (before.size() > REMEMBERED) {
                before.removeLast();
            }
        }
        place = Optional.of(to);
        notice = say;
        listeners.fire();
    }

    private void tell(String what) {
        notice = what;
        listeners.fire();
    }

    // -- searching

    /** Lists only pages with these words; all if they are blank. */
    public void search(String wanted) {
        if (!wanted.strip().equals(words)) {
            words = wanted.strip();
            listeners.fire();
        }
    }

    /** What is searched; empty if nothing. */
    public String words() {
        return words;
    }

    /** The pages to choose from, in order. */
    public List<Hit> listed() {
        return manual.map(all -> words.isEmpty()
                        ? all.pages().stream()
                                .map(page -> new Hit(page, page.summary()))
                                .toList()
                        : all.search(words))
                .orElse(List.of());
    }

    // -- size of text

    /** Per cent of the usual size. */
    public int size() {
        return SIZES.get(size);
    }

    /** Takes a size that was kept; the nearest there is. */
    public void size(int percent) {
        int nearest = USUAL;
        for (int i = 0; i < SIZES.size(); i++) {
            nearest = Math.abs(SIZES.get(i) - percent) < Math.abs(SIZES.get(nearest) - percent) ? i : nearest;
        }
        set(nearest);
    }

    /** Makes text larger. */
    public void larger() {
        set(Math.min(size + 1, SIZES.size() - 1));
    }

    /** Makes text smaller. */
    public void smaller() {
        set(Math.max(size - 1, 0));
    }

    private void set(int wanted) {
        if (size != wanted) {
            size = wanted;
            listeners.fire();
        }
    }
}
