package sample.hostile.internal;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.access.Scope;
import org.kontor.api.reply.Finding;
import org.kontor.api.reply.ReplyCheck;
import org.kontor.api.reply.ReplyText;
import org.kontor.api.report.ReportSection;
import org.kontor.api.report.SectionModel;
import org.kontor.api.report.SectionRequest;
import org.kontor.api.report.Value;
import org.kontor.ui.api.Commands;
import org.kontor.ui.api.palette.PaletteEntry;
import org.kontor.ui.api.palette.PaletteSource;
import org.kontor.ui.api.side.SideModel;
import org.kontor.ui.api.side.SideRequest;
import org.kontor.ui.api.side.SideSection;

/** The contributions, each with the one thing that it does wrong. */
final class Deed {
    private static final int PLACE = 900;
    private static final int FLOOD = 1_000_000;

    private Deed() {}

    /** A section of the card that answers what {@code told} says, if that ever says anything. */
    record Section(String id, Function<SideRequest, SideModel> told) implements SideSection {
        static Section of(String id, Way way) {
            return new Section(id, request -> {
                way.go();
                return new SideModel(id, List.of());
            });
        }

        /** More lines than anybody reads. */
        static Section flood(String id) {
            return new Section(
                    id, request -> new SideModel(id, Collections.nCopies(FLOOD, new SideModel.Line("more", "and more"))));
        }

        @Override
        public int order() {
            return PLACE;
        }

        @Override
        public Optional<SideModel> load(SideRequest request, IProgressMonitor monitor) {
            return Optional.of(told.apply(request));
        }
    }

    /** A check of replies. */
    record Check(String id, Supplier<List<Finding>> told) implements ReplyCheck {
        static Check of(String id, Way way) {
            return new Check(id, () -> {
                way.go();
                return List.of();
            });
        }

        static Check flood(String id) {
            return new Check(id, () -> new Endless<>(new Finding(Finding.Level.STOP, "No.")));
        }

        @Override
        public List<Finding> check(ReplyText reply, Scope scope, Locale locale, IProgressMonitor monitor) {
            return told.get();
        }
    }

    /** A group of the palette. */
    record Palette(String id, Supplier<List<PaletteEntry>> told) implements PaletteSource {
        static Palette of(String id, Way way) {
            return new Palette(id, () -> {
                way.go();
                return List.of();
            });
        }

        static Palette flood(String id) {
            PaletteEntry more = new PaletteEntry(
                    "Flooded", "", null, null, new PaletteEntry.Action.RunCommand(Commands.SHOW_ERROR_LOG, Map.of()));
            return new Palette(id, () -> new Endless<>(more));
        }

        @Override
        public int order() {
            return PLACE;
        }

        @Override
        public String title(Locale locale) {
            return "Hostile";
        }

        @Override
        public List<PaletteEntry> find(Request request, IProgressMonitor monitor) {
            return told.get();
        }
    }

    /** A group of the palette that does not even say its name. */
    static final class Nameless implements PaletteSource {
        @Override
        public String id() {
            Way.BLOCKS.go();
            return "";
        }

        @Override
        public int order() {
            return PLACE;
        }

        @Override
        public String title(Locale locale) {
            return "";
        }

        @Override
        public List<PaletteEntry> find(Request request, IProgressMonitor monitor) {
            return List.of();
        }
    }

    /** A section of the report. */
    record Report(String id, Supplier<List<SectionModel.Row>> told) implements ReportSection {
        static Report of(String id, Way way) {
            return new Report(id, () -> {
                way.go();
                return List.of();
            });
        }

        static Report flood(String id) {
            SectionModel.Row more = new SectionModel.Row("more", List.of(new Value.Count(1)));
            return new Report(id, () -> Collections.nCopies(FLOOD, more));
        }

        @Override
        public int order() {
            return PLACE;
        }

        @Override
        public Optional<SectionModel> compute(SectionRequest request, IProgressMonitor monitor) {
            return Optional.of(new SectionModel(id, "", List.of("n"), told.get()));
        }
    }

    /** A section of the report that does not even say where it stands. */
    static final class Placeless implements ReportSection {
        @Override
        public String id() {
            return "sample.hostile.report.placeless";
        }

        @Override
        public int order() {
            Way.THROWS.go();
            return PLACE;
        }

        @Override
        public Optional<SectionModel> compute(SectionRequest request, IProgressMonitor monitor) {
            return Optional.empty();
        }
    }
}
