package org.kontor.ui.setup.internal.model;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Time zones as people choose them. */
public final class Zones {
    /** What comes first, because agencies here need it most. */
    private static final List<String> FIRST = List.of("Europe/Berlin", "Europe/Vienna", "Europe/Zurich", "UTC");

    private Zones() {}

    /** The names to choose from: the nearest first, then all regions by name. */
    public static List<String> all() {
        Stream<String> regions = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                .sorted();
        return Stream.concat(FIRST.stream(), regions).distinct().toList();
    }

    /** Reads a name as typed; case and blanks do not matter. */
    public static Optional<ZoneId> parse(String typed) {
        String name = typed.strip().replace(' ', '_');
        Optional<String> known = Stream.concat(all().stream(), ZoneId.getAvailableZoneIds().stream())
                .filter(id -> id.equalsIgnoreCase(name))
                .findFirst();
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(known.orElse(name)));
        } catch (DateTimeException e) {
            // No zone of that name: the form says so.
            return Optional.empty();
        }
    }
}
