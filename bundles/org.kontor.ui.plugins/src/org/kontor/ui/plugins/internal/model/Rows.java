package org.kontor.ui.plugins.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kontor.api.plugin.AvailablePlugin;
import org.kontor.api.plugin.InstalledPlugin;
import org.kontor.api.plugin.Trouble;
import org.kontor.ui.api.theme.Token;

/** Makes the rows of the list. */
final class Rows {
    private final Shelf shelf;
    private final String filter;
    private final Messages messages;
    private final Function<InstalledPlugin, List<Trouble>> troubles;

    Rows(Shelf shelf, String filter, Messages messages, Function<InstalledPlugin, List<Trouble>> troubles) {
        this.shelf = shelf;
        this.filter = filter.strip().toLowerCase(messages.locale());
        this.messages = messages;
        this.troubles = troubles;
    }

    /** What is installed, what is offered, and the places; a heading only where something stands below it. */
    List<Row> all() {
        List<Row> rows = new ArrayList<>();
        group(
                rows,
                "list.installed",
                shelf.installed().stream()
                        .filter(each ->
                                matches(each.plugin().name(), each.plugin().id()))
                        .map(this::row)
                        .toList());
        group(
                rows,
                "list.available",
                shelf.fresh().stream()
                        .filter(each ->
                                matches(each.plugin().name(), each.plugin().id()))
                        .map(this::row)
                        .toList());
        if (filter.isEmpty()) {
            String sites = messages.text("place.sites.below", shelf.sites().size());
            String states = messages.text(
                    "place.states.below", Math.max(0, shelf.states().size() - 1));
            group(
                    rows,
                    "list.more",
                    List.of(
                            place(Node.Place.SITES, "place.sites", sites),
                            place(Node.Place.STATES, "place.states", states)));
        }
        return rows;
    }

    private void group(List<Row> rows, String heading, List<Row> group) {
        if (!group.isEmpty()) {
            rows.add(Row.heading(messages.text(heading)));
            rows.addAll(group);
        }
    }

    private Row row(InstalledPlugin it) {
        String state = "";
        Token ink = Token.TEXT_QUIET;
        if (!troubles.apply(it).isEmpty()) {
            state = messages.text("row.trouble");
            ink = Token.OVER;
        } else if (shelf.update(it.plugin().id()).isPresent()) {
            state = messages.text("row.update");
            ink = Token.ACCENT;
        } else if (!it.house() && it.brands().isEmpty()) {
            state = messages.text("row.noBrand");
            ink = Token.WARN;
        }
        return new Row(
                new Node.Installed(it.plugin().id()),
                it.plugin().name(),
                version(it.plugin().version()),
                state,
                ink);
    }

    private Row row(AvailablePlugin it) {
        return new Row(
                new Node.Offered(it.plugin().id()),
                it.plugin().name(),
                version(it.plugin().version()),
                "",
                Token.TEXT_QUIET);
    }

    private String version(String version) {
        return messages.text("row.version", Versions.brief(version));
    }

    private Row place(Node.Place place, String key, String below) {
        return new Row(new Node.OfPlace(place), messages.text(key), below, "", Token.TEXT_QUIET);
    }

    private boolean matches(String name, String id) {
        return name.toLowerCase(messages.locale()).contains(filter) || id.contains(filter);
    }
}
