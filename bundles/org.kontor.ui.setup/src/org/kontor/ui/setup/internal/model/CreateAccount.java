package org.kontor.ui.setup.internal.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Client;
import org.kontor.api.account.Colour;
import org.kontor.api.desk.Setup;
import org.kontor.api.id.ClientId;

/**
 * Keeps what the wizard gathered: the client if it is new, the brand if it is new, the account. If a step fails, the next
 * run goes on behind the last one that succeeded, so that nothing is there twice. For workers.
 */
final class CreateAccount {
    private final Setup setup;
    private final Grants grants;
    private volatile @Nullable Client client;
    private volatile @Nullable Brand brand;

    CreateAccount(Setup setup, Grants grants) {
        this.setup = setup;
        this.grants = grants;
    }

    /** The brand of the account: one that is there, or one to be made. */
    sealed interface BrandPlan {
        /** One that is there. */
        record Existing(Brand brand) implements BrandPlan {}

        /**
         * One to be made.
         *
         * @param client the name of a client to be made; empty if {@code owner} is there or the brand is its own client
         */
        record New(Optional<ClientId> owner, String client, String name, Colour colour, ZoneId zone, String signature)
                implements BrandPlan {}
    }

    /** What is to be kept of the account. */
    record AccountPlan(ChannelType channel, String name, Map<String, String> values, Instant workFrom) {
        @Override
        public String toString() {
            return "AccountPlan[" + channel + "]";
        }
    }

    /** What is kept now. */
    record Done(Brand brand, Account account) {}

    /** The brand that a failed run has made already. */
    Optional<Brand> brandMade() {
        return Optional.ofNullable(brand);
    }

    Done run(BrandPlan brandPlan, AccountPlan plan) {
        Brand owner = brand(brandPlan);
        // Scopes are snapshots: the brand may have come only just now.
        Account account = setup.createAccount(
                grants.current(),
                new Setup.NewAccount(owner.id(), plan.channel(), plan.name(), plan.values(), plan.workFrom()));
        return new Done(owner, account);
    }

    private Brand brand(BrandPlan plan) {
        return switch (plan) {
            case BrandPlan.Existing existing -> existing.brand();
            case BrandPlan.New fresh -> {
                Brand made = brand;
                if (made == null) {
                    made = setup.createBrand(
                            grants.current(),
                            owner(fresh),
                            fresh.name(),
                            fresh.colour(),
                            fresh.zone(),
                            fresh.signature());
                    brand = made;
                }
                yield made;
            }
        };
    }

    private @Nullable ClientId owner(BrandPlan.New fresh) {
        if (fresh.owner().isPresent()) {
            return fresh.owner().get();
        }
        if (fresh.client().isEmpty()) {
            return null;
        }
        Client made = client;
        if (made == null) {
            made = setup.createClient(grants.current(), fresh.client());
            client = made;
        }
        return made.id();
    }
}
