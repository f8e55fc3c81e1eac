package sample.hostile.internal;

import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import org.kontor.api.access.Grants;
import org.kontor.api.plugin.PluginSettings;
import org.kontor.api.reply.ReplyCheck;
import org.kontor.api.report.ReportSection;
import org.kontor.api.store.Store;
import org.kontor.ui.api.palette.PaletteSource;
import org.kontor.ui.api.side.SideSection;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Contributes what the setting {@code deeds} of this bundle names, with commas between, such as
 * {@code section.throws,palette.floods}; nothing without it.
 */
@Component(immediate = true, service = {})
public final class Misdeeds {
    private static final String BUNDLE = "sample.hostile.";

    private final BundleContext context;
    private final Spy spy;

    @Activate
    public Misdeeds(
            BundleContext context,
            @Reference PluginSettings settings,
            @Reference Store store,
            @Reference Grants grants) {
        this.context = context;
        spy = new Spy(context, store, grants, settings.value("foreign").orElse(""));
        Arrays.stream(settings.value("deeds").orElse("").split(","))
                .map(String::strip)
                .filter(deed -> !deed.isEmpty())
                .forEach(this::contribute);
    }

    private void contribute(String deed) {
        String id = BUNDLE + deed;
        String how = deed.substring(deed.indexOf('.') + 1);
        switch (deed) {
            case "start.blocks" -> Way.BLOCKS.go();
            case "section.floods" -> register(SideSection.class, Deed.Section.flood(id));
            case "section.spies" -> register(SideSection.class, new Deed.Section(id, spy::tell));
            case "section.acts" -> register(SideSection.class, new Deed.Section(id, request -> spy.act()));
            case "check.floods" -> register(ReplyCheck.class, Deed.Check.flood(id));
            case "palette.floods" -> register(PaletteSource.class, Deed.Palette.flood(id));
            case "palette.nameless" -> register(PaletteSource.class, new Deed.Nameless());
            case "report.floods" -> register(ReportSection.class, Deed.Report.flood(id));
            case "report.placeless" -> register(ReportSection.class, new Deed.Placeless());
            default -> plain(deed.substring(0, deed.indexOf('.')), id, Way.valueOf(how.toUpperCase(Locale.ROOT)));
        }
    }

    private void plain(String place, String id, Way way) {
        switch (place) {
            case "section" -> register(SideSection.class, Deed.Section.of(id, way));
            case "check" -> register(ReplyCheck.class, Deed.Check.of(id, way));
            case "palette" -> register(PaletteSource.class, Deed.Palette.of(id, way));
            case "report" -> register(ReportSection.class, Deed.Report.of(id, way));
            default -> throw new IllegalArgumentException(List.of(id, "is no deed").toString());
        }
    }

    private <S> void register(Class<S> type, S service) {
        Dictionary<String, Object> none = new Hashtable<>();
        context.registerService(type, service, none);
    }
}
