package sample.nordwind.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kontor.api.plugin.PluginSettings;
import org.kontor.ui.api.preference.PreferencePage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import sample.nordwind.internal.Wording.Address;
import sample.nordwind.internal.shop.Shop;

/** The plug-in's page of the preferences. */
@Component
public final class ShopPage implements PreferencePage {
    static final String FORM = "form";

    private static final int PLACE = 900;

    private final PluginSettings settings;

    @Activate
    public ShopPage(@Reference PluginSettings settings) {
        this.settings = settings;
    }

    /** The form of address that was chosen. */
    static Address address(PluginSettings settings) {
        return settings.value(FORM).filter(Address.SIE.name()::equals).isPresent() ? Address.SIE : Address.DU;
    }

    @Override
    public String id() {
        return "sample.nordwind.shop";
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public Page page(Locale locale) {
        Texts texts = new Texts(locale);
        return new Page(
                texts.of("page.title"),
                texts.of("page.explanation"),
                List.of(
                        new Field(
                                Shop.ADDRESS,
                                texts.of("page.address"),
                                texts.of("page.address.hint"),
                                Kind.TEXT,
                                settings.value(Shop.ADDRESS).orElse(""),
                                List.of()),
                        new Field(
                                FORM,
                                texts.of("page.form"),
                                texts.of("page.form.hint"),
                                Kind.CHOICE,
                                address(settings).name(),
                                List.of(
                                        new Choice(Address.DU.name(), texts.of("page.form.DU")),
                                        new Choice(Address.SIE.name(), texts.of("page.form.SIE"))))));
    }

    @Override
    public List<Problem> save(Map<String, String> values, Locale locale) {
        String address = values.getOrDefault(Shop.ADDRESS, "").strip();
        if (!address.isEmpty() && Shop.address(address).isEmpty()) {
            return List.of(new Problem(Shop.ADDRESS, new Texts(locale).of("page.address.wrong")));
        }
        settings.keep(Map.of(Shop.ADDRESS, address, FORM, values.getOrDefault(FORM, "")));
        return List.of();
    }
}
