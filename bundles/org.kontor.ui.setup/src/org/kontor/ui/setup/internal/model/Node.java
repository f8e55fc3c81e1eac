package org.kontor.ui.setup.internal.model;

import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;

/** What can be chosen at the left of the set-up perspective. */
public sealed interface Node {
    /** A client. */
    record OfClient(ClientId id) implements Node {}

    /** A brand. */
    record OfBrand(BrandId id) implements Node {}

    /** What a brand promises, and when it is open; part of its brand in the list. */
    record OfPolicy(BrandId brand) implements Node {}

    /** Who did what for a brand; part of its brand in the list. */
    record OfTrail(BrandId brand) implements Node {}

    /** An account. */
    record OfAccount(AccountId id) implements Node {}

    /** Something of the workbench itself. */
    record OfPlace(Place place) implements Node {}

    /** What is set up for the workbench as a whole. */
    enum Place {
        /** Where passwords and tokens are kept. */
        SECRETS,
        /** How the internet is reached. */
        NETWORK,
        /** Which database it works with. */
        TEAM
    }
}
