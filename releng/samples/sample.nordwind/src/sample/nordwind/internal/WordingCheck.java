package sample.nordwind.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.access.Scope;
import org.kontor.api.plugin.PluginSettings;
import org.kontor.api.reply.Finding;
import org.kontor.api.reply.Finding.Level;
import org.kontor.api.reply.ReplyCheck;
import org.kontor.api.reply.ReplyText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import sample.nordwind.internal.Wording.Address;

/** Holds replies against Nordwind's wording guide: a promise stops the reply, the wrong form of address is pointed out. */
@Component
public final class WordingCheck implements ReplyCheck {
    private final PluginSettings settings;
    private final Wording wording = Wording.guide();

    @Activate
    public WordingCheck(@Reference PluginSettings settings) {
        this.settings = settings;
    }

    @Override
    public String id() {
        return "sample.nordwind.wording";
    }

    @Override
    public List<Finding> check(ReplyText reply, Scope scope, Locale locale, IProgressMonitor monitor) {
        String text = reply.text();
        if (text.isBlank()) {
            return List.of();
        }
        Texts texts = new Texts(locale);
        List<Finding> findings = new ArrayList<>();
        wording.promises(text)
                .forEach(promise -> findings.add(new Finding(
                        Level.STOP, texts.of("wording.promise", promise.words()), promise.from(), promise.to())));
        Address address = ShopPage.address(settings);
        Wording.wrongAddress(text, address)
                .ifPresent(word -> findings.add(new Finding(
                        Level.ADVICE,
                        texts.of("wording." + address.name(), word.words()),
                        word.from(),
                        word.to())));
        if (findings.isEmpty()) {
            findings.add(new Finding(Level.PASSED, texts.of("wording.good")));
        }
        return findings;
    }
}
