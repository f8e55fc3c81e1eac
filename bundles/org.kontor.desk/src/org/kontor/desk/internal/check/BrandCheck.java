package org.kontor.desk.internal.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Brand;
import org.kontor.api.reply.Finding;
import org.kontor.api.reply.ReplyCheck;
import org.kontor.api.reply.ReplyText;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether a reply names another brand of the agency: the sign of one that was written, or pasted, for the wrong customer. */
@Component
public final class BrandCheck implements ReplyCheck {
    private static final int SHORTEST_NAME = 3;

    private final Store store;
    private final Grants grants;

    @Activate
    public BrandCheck(@Reference Store store, @Reference Grants grants) {
        this.store = store;
        this.grants = grants;
    }

    @Override
    public String id() {
        return "org.kontor.desk.brand";
    }

    @Override
    public List<Finding> check(ReplyText reply, Scope scope, Locale locale, IProgressMonitor monitor) {
        // The house may know the agency's other brands by name; a plug-in's check could not.
        List<Brand> brands = store.read(grants.current(), ReadRows::brands);
        return names(reply.text(), reply.brand(), brands, locale);
    }

    static List<Finding> names(String text, Brand own, List<Brand> brands, Locale locale) {
        for (Brand other : brands) {
            String name = other.name().strip();
            if (other.id().equals(own.id()) || name.length() < SHORTEST_NAME || holds(own.name(), name)) {
                continue;
            }
            Matcher found = word(name).matcher(text);
            if (found.find()) {
                return List.of(new Finding(
                        Finding.Level.ADVICE,
                        CheckTexts.text("check.brand.other", locale, name),
                        found.start(),
                        found.end()));
            }
        }
        return List.of(new Finding(Finding.Level.PASSED, CheckTexts.text("check.brand.passed", locale)));
    }

    /** A brand named Nordwind Outdoor may well write of Nordwind, and the other way round. */
    private static boolean holds(String own, String other) {
        return word(other).matcher(own).find()
                || word(own.strip()).matcher(other).find();
    }

    private static Pattern word(String name) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
