package org.kontor.ui.help.internal.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All pages in one language. Immutable; its shelves are read, so not for the UI thread where it says so. */
public final class Manual {
    private static final String FALLBACK = "en";
    private static final String ENDING = ".md";

    private final Map<PageId, Page> pages;
    private final Map<String, Shelf> shelves;

    private Manual(List<Page> sorted, Map<String, Shelf> shelves) {
        Map<PageId, Page> byId = new LinkedHashMap<>();
        sorted.forEach(page -> byId.put(page.id(), page));
        pages = byId;
        this.shelves = Map.copyOf(shelves);
    }

    /** Reads every page of every shelf, in the language of {@code terms} where it is there, else in English. Waits for disk. */
    public static Manual read(Collection<? extends Shelf> shelves, Terms terms) {
        PageReader reader = new PageReader(terms);
        List<Page> found = new ArrayList<>();
        Map<String, Shelf> byOwner = new LinkedHashMap<>();
        for (Shelf shelf : shelves) {
            byOwner.put(shelf.owner(), shelf);
            String own = folder(terms.texts().locale().getLanguage());
            Set<String> names = new LinkedHashSet<>(pagesIn(shelf, own));
            Set<String> all = new LinkedHashSet<>(names);
            all.addAll(pagesIn(shelf, folder(FALLBACK)));
            for (String name : all) {
                boolean there = names.contains(name);
                found.add(page(reader, shelf, there ? own : folder(FALLBACK), name, !there));
            }
        }
        found.sort(Comparator.comparingInt(Page::order)
                .thenComparing(Page::title)
                .thenComparing(page -> page.id().toString()));
        return new Manual(found, byOwner);
    }

    private static Page page(PageReader reader, Shelf shelf, String folder, String name, boolean fallback) {
        PageId id = new PageId(shelf.owner(), name);
        try {
            byte[] bytes = shelf.read(folder + name + ENDING)
                    .orElseThrow(() -> new IOException(folder + name + ENDING + " is gone"));
            return reader.read(id, folder, new String(bytes, StandardCharsets.UTF_8), fallback);
        } catch (IOException | RuntimeException fault) {
            // A plug-in's broken page must not take the others with it.
            return reader.unreadable(id, folder, fault);
        }
    }

    private static String folder(String language) {
        return "help/" + language + "/";
    }

    private static List<String> pagesIn(Shelf shelf, String folder) {
        return shelf.files(folder).stream()
                .filter(file -> file.endsWith(ENDING))
                .map(file -> file.substring(0, file.length() - ENDING.length()))
                .sorted()
                .toList();
    }

    /** The pages in the order of the contents. */
    public List<Page> pages() {
        return List.copyOf(pages.values());
    }

    /** A page by its id. */
    public Optional<Page> page(PageId id) {
        return Optional.ofNullable(pages.get(id));
    }

    /** The page about a perspective. */
    public Optional<Page> about(String perspective) {
        return pages.values().stream()
                .filter(page -> perspective.equals(page.perspective()))
                .findFirst();
    }

    /** Where a link of {@code from} leads: to a page of its own bundle first, then to one of that name elsewhere. */
    public Target resolve(Page from, String link) {
        String lower = link.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("mailto:")) {
            return new Target.ToWeb(link);
        }
        if (lower.startsWith("command:")) {
            return new Target.ToCommand(link.substring("command:".length()));
        }
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        String anchor = hash < 0 ? "" : link.substring(hash + 1);
        Optional<Page> page = file.isEmpty() ? Optional.of(from) : named(from, file);
        return page.filter(to -> anchor.isEmpty() || to.blockOf(anchor) >= 0)
                .<Target>map(to -> new Target.ToPage(to.id(), anchor))
                .orElseGet(() -> new Target.Nowhere(link));
    }

    private Optional<Page> named(Page from, String file) {
        if (!file.endsWith(ENDING)) {
            return Optional.empty();
        }
        String name = file.substring(0, file.length() - ENDING.length());
        Stream<Page> elsewhere =
                pages.values().stream().filter(page -> page.id().name().equals(name));
        return page(new PageId(from.id().owner(), name)).or(elsewhere::findFirst);
    }

    /**
     * A picture of a page; its twin whose name ends in {@code -dark} if there is one and {@code dark} asks for it. Waits for
     * disk.
     */
    public Optional<byte[]> picture(Page page, String path, boolean dark) throws IOException {
        Shelf shelf = shelves.get(page.id().owner());
        if (shelf == null || path.contains("..") || path.contains(":")) {
            return Optional.empty();
        }
        int dot = path.lastIndexOf('.');
        if (dark && dot > 0) {
            Optional<byte[]> twin = shelf.read(page.folder() + path.substring(0, dot) + "-dark" + path.substring(dot));
            if (twin.isPresent()) {
                return twin;
            }
        }
        return shelf.read(page.folder() + path);
    }

    /**
     * The pages that hold every word of {@code words}, those first that have them in the title.
     *
     * @return each with the text around the first word
     */
    public List<Hit> search(String words) {
        String[] wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
        List<Hit> inTitle = new ArrayList<>();
        List<Hit> inText = new ArrayList<>();
        for (Page page : pages.values()) {
            String text = page.text();
            String lower = text.toLowerCase(Locale.ROOT);
            if (Stream.of(wanted).allMatch(lower::contains)) {
                boolean title = Stream.of(wanted).allMatch(page.title().toLowerCase(Locale.ROOT)::contains);
                (title ? inTitle : inText).add(new Hit(page, Hit.around(text, lower.indexOf(wanted[0]))));
            }
        }
        return Stream.concat(inTitle.stream(), inText.stream()).toList();
    }
}
