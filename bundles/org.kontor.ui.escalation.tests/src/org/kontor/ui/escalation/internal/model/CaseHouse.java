package org.kontor.ui.escalation.internal.model;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Client;
import org.kontor.api.account.Colour;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.CaseResult;
import org.kontor.api.cases.Cases;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Triage;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Store;
import org.kontor.store.sqlite.SqliteStore;
import org.kontor.ui.robot.Components;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Two brands on a real store with the product's own cases; work is done by hand. */
final class CaseHouse extends Grants implements AutoCloseable {
    private static final Set<Right> ALL = EnumSet.allOf(Right.class);

    private final BundleContext bundles =
            FrameworkUtil.getBundle(CaseHouse.class).getBundleContext();
    private final ServiceRegistration<Store> registration;
    final SqliteStore store;
    final Cases cases;
    final HandWork work = new HandWork();
    final EscalationServices services;
    final Messages messages;
    final Brand nordwind = brand(1, "Nordwind");
    final Brand alma = brand(2, "Alma");
    Instant now = Instant.now();

    CaseHouse(Path folder) {
        store = SqliteStore.open(folder);
        Components.start(bundles);
        registration = bundles.registerService(Store.class, store, null);
        cases = Components.service(bundles, Cases.class);
        services = new EscalationServices(cases, store, this, work, () -> now);
        messages = Messages.of(Locale.ENGLISH);
        store.write(current(), rows -> {
            rows.saveClient(new Client(new ClientId(1), "Nordlicht"));
            rows.saveBrand(nordwind);
            rows.saveBrand(alma);
            return 0;
        });
        store.write(current(), rows -> {
            for (Brand brand : List.of(nordwind, alma)) {
                rows.saveAccount(new Account(
                        new AccountId(brand.id().value()),
                        brand.id(),
                        new ChannelType("mail"),
                        "help",
                        Map.of(),
                        Instant.EPOCH,
                        true));
            }
            return 0;
        });
    }

    private static Brand brand(long id, String name) {
        return new Brand(new BrandId(id), new ClientId(1), name, Colour.of("#c2410c"), ZoneId.of("Europe/Berlin"), "");
    }

    ConversationRef ask(Brand brand, long id, String subject) {
        Conversation conversation = new Conversation(
                new ConversationId(id),
                brand.id(),
                new AccountId(brand.id().value()),
                new ChannelType("mail"),
                new ExternalId("<" + id + "@x>"),
                Visibility.PRIVATE,
                null,
                "Lena",
                subject,
                "Guten Tag",
                ConversationState.OPEN,
                null,
                now,
                null,
                null,
                null,
                null,
                false,
                false,
                Triage.NONE,
                1,
                now,
                now,
                false);
        store.write(current(), rows -> {
            rows.saveConversations(List.of(conversation));
            return 0;
        });
        return ConversationRef.of(conversation);
    }

    Case open(Brand brand, long id, String subject) {
        return ((CaseResult.Done) cases.open(current(), ask(brand, id, subject))).now();
    }

    @Override
    public Scope current() {
        return newScope(User.LOCAL, true, Map.of(new BrandId(1), ALL, new BrandId(2), ALL));
    }

    @Override
    public Scope system(BrandId brand) {
        return newScope(User.SYSTEM, false, Map.of(brand, ALL));
    }

    @Override
    public Scope system() {
        return current();
    }

    @Override
    public void close() {
        registration.unregister();
        store.close();
    }
}
