package org.kontor.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.audit.AuditEvent;
import org.kontor.api.audit.AuditField;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.Store;
import org.kontor.api.store.WriteRows;
import org.osgi.service.log.Logger;

class BrandTrailTest {
    private static final BrandId ALMA = new BrandId(1);
    private static final BrandId NORDWIND = new BrandId(2);

    private final List<AuditEvent> written = new ArrayList<>();
    private final BrandTrail trail = new BrandTrail(fake(Logger.class));

    private static final class AllBrands extends Grants {
        @Override
        public Scope current() {
            Set<Right> rights = EnumSet.allOf(Right.class);
            return newScope(User.LOCAL, false, Map.of(ALMA, rights, NORDWIND, rights));
        }

        @Override
        public Scope system(BrandId brand) {
            return current();
        }

        @Override
        public Scope system() {
            return current();
        }
    }

    private <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("write")) {
                        @SuppressWarnings("unchecked")
                        Function<WriteRows, Object> work = (Function<WriteRows, Object>) arguments[1];
                        return work.apply(fake(WriteRows.class));
                    }
                    if (method.getName().equals("audit")) {
                        written.add((AuditEvent) arguments[0]);
                    }
                    return null;
                }));
    }

    @Test
    void onlyBrandsThatWereGivenOrTakenAreTold() {
        trail.setStore(fake(Store.class));
        trail.setGrants(new AllBrands());
        trail.choosing("sample", Set.of(ALMA), Set.of(ALMA, NORDWIND));
        trail.choosing("sample", Set.of(ALMA), Set.of(ALMA));
        trail.choosing("sample", Set.of(ALMA), Set.of());
        assertThat(written).extracting(AuditEvent::brand).containsExactly(NORDWIND, ALMA);
        assertThat(written).extracting(AuditEvent::actor).containsOnly(User.LOCAL);
        assertThat(written.get(0).fields())
                .containsExactly(AuditField.of("plugin", "sample"), AuditField.of("sees", true));
        assertThat(written.get(1).fields()).contains(AuditField.of("sees", false));
    }

    @Test
    void withoutAStoreTheChoiceIsKeptAllTheSame() {
        trail.choosing("sample", Set.of(), Set.of(ALMA));
        assertThat(written).isEmpty();
    }
}
