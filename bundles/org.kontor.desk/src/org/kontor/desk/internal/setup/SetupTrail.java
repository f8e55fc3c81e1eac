package org.kontor.desk.internal.setup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.WriteRows;
import org.kontor.desk.internal.house.House;
import org.kontor.desk.internal.house.Trail;

/** What the audit trail keeps of changed settings. A change of nothing leaves no entry. */
final class SetupTrail {
    private final Trail trail;

    SetupTrail(House house) {
        trail = new Trail(house);
    }

    /** @param old null for a new one */
    void brand(WriteRows rows, @Nullable Brand old, Brand brand) {
        note(rows, brand.id(), AuditField.changed(old == null ? null : facts(old), facts(brand)));
    }

    void logo(WriteRows rows, BrandId brand, String what) {
        note(rows, brand, List.of(AuditField.of("logo", what)));
    }

    private void note(WriteRows rows, BrandId brand, List<AuditField> fields) {
        if (!fields.isEmpty()) {
            trail.note(rows, brand, AuditAction.BRAND, new AuditSubject.OfBrand(brand), fields);
        }
    }

    private static Map<String, String> facts(Brand brand) {
        return Map.of(
                "name", brand.name(),
                "client", String.valueOf(brand.client().value()),
                "colour", brand.colour().hex(),
                "zone", brand.zone().getId(),
                "signature", brand.signature());
    }

    /**
     * @param old null for a new one
     * @param replaced names of secrets that are other ones now; what they are is never told
     */
    void account(WriteRows rows, @Nullable Account old, Account account, Set<String> replaced) {
        List<AuditField> fields = new ArrayList<>(AuditField.changed(old == null ? null : facts(old), facts(account)));
        replaced.forEach(name -> fields.add(AuditField.of("secret." + name, "changed")));
        if (!fields.isEmpty()) {
            trail.note(rows, account.brand(), AuditAction.ACCOUNT, new AuditSubject.OfAccount(account.id()), fields);
        }
    }

    private static Map<String, String> facts(Account account) {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", account.name());
        facts.put("channel", account.channel().name());
        facts.put("active", String.valueOf(account.active()));
        facts.put("workFrom", account.workFrom().toString());
        account.settings().forEach((name, value) -> facts.put("setting." + name, value));
        return facts;
    }
}
