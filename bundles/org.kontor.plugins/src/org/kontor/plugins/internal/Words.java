package org.kontor.plugins.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.kontor.api.plugin.PluginFault;

/** Says faults in words: what it is, then what to do. */
final class Words {
    private Words() {}

    static String explain(PluginFault fault, Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "OSGI-INF.l10n.bundle",
                locale,
                Words.class.getClassLoader(),
                // Without this an English window on a German machine would get German texts.
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return switch (fault) {
            case PluginFault.SiteUnreachable it -> text(texts, locale, "fault.site", it.site(), it.detail());
            case PluginFault.SiteRefused it -> text(texts, locale, "fault.address", it.address());
            case PluginFault.NoSite it -> text(texts, locale, "fault.noSite");
            case PluginFault.NoSuchPlugin it -> text(texts, locale, "fault.noSuch", it.id());
            case PluginFault.NeedsMissing it -> text(texts, locale, "fault.needs", it.by(), it.needs());
            case PluginFault.DoesNotFit it -> text(texts, locale, "fault.fit", it.detail());
            case PluginFault.NotGenuine it -> text(texts, locale, "fault.genuine", it.detail());
            case PluginFault.HouseName it -> text(texts, locale, "fault.house", it.name());
            case PluginFault.DiskFull it -> text(texts, locale, "fault.full", it.folder());
            case PluginFault.ReadOnly it -> text(texts, locale, "fault.readOnly", it.folder());
            case PluginFault.Busy it -> text(texts, locale, "fault.busy");
            case PluginFault.NoInstallation it -> text(texts, locale, "fault.noInstallation");
            case PluginFault.StateGone it -> text(texts, locale, "fault.gone", it.missing());
            case PluginFault.Cancelled it -> text(texts, locale, "fault.cancelled");
            case PluginFault.Broken it -> text(texts, locale, "fault.broken", it.detail());
        };
    }

    private static String text(ResourceBundle texts, Locale locale, String key, Object... arguments) {
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = arguments[i].toString();
        }
        return new MessageFormat(texts.getString(key), locale).format(plain);
    }
}
