package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.conversation.Profile;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ContactId;
import org.kontor.api.id.ProfileId;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Table;

/** Profiles, contacts, and who took part where. */
final class PeopleRows {
    private static final Table PROFILE = Table.of(
            "profile", "brand_id, id", "brand_id, id, contact_id, channel, external_id, handle, display_name, avatar");
    private static final String SELECT = PROFILE.select();
    private static final String SAVE = PROFILE.upsert();
    private static final String ADD_CONTACT =
            Table.of("contact", "brand_id, id", "brand_id, id").insertAbsent();
    private static final String ADD_PARTICIPANT = Table.of(
                    "conversation_participant",
                    "brand_id, conversation_id, profile_id",
                    "brand_id, conversation_id, profile_id")
            .insertAbsent();

    private PeopleRows() {}

    static Optional<Profile> profile(View view, BrandId brand, ProfileId profile) {
        return view.sees(brand)
                ? view.sql.first(
                        SELECT + " WHERE t.brand_id = ? AND t.id = ?",
                        to -> to.id(brand).id(profile),
                        PeopleRows::profile)
                : Optional.empty();
    }

    static List<Profile> profiles(View view, BrandId brand, ContactId contact) {
        return view.sees(brand)
                ? view.sql.list(
                        SELECT + " WHERE t.brand_id = ? AND t.contact_id = ? ORDER BY t.id",
                        to -> to.id(brand).id(contact),
                        PeopleRows::profile)
                : List.of();
    }

    static Map<ExternalId, Profile> byExternalId(
            View view, BrandId brand, ChannelType channel, Collection<ExternalId> ids) {
        Map<ExternalId, Profile> found = new HashMap<>();
        if (view.sees(brand) && !ids.isEmpty()) {
            view.sql.each(
                    SELECT + " WHERE t.brand_id = ? AND t.channel = ? AND "
                            + view.dialect().anyText("t.external_id"),
                    to -> to.id(brand).text(channel.name()).texts(ConversationRows.texts(ids)),
                    row -> {
                        Profile profile = profile(row);
                        found.put(profile.externalId(), profile);
                        return true;
                    });
        }
        return found;
    }

    private static Profile profile(Row row) throws SQLException {
        BrandId brand = new BrandId(row.number());
        return new Profile(
                new ProfileId(row.number()),
                brand,
                new ContactId(row.number()),
                new ChannelType(row.text()),
                new ExternalId(row.text()),
                row.text(),
                row.text(),
                row.textOrNull());
    }

    static void save(View view, Collection<Profile> profiles) {
        for (Profile profile : profiles) {
            view.mayWrite(profile.brand());
            view.sql.update(ADD_CONTACT, to -> to.id(profile.brand()).id(profile.contact()));
            view.sql.update(
                    SAVE,
                    to -> to.id(profile.brand())
                            .id(profile.id())
                            .id(profile.contact())
                            .text(profile.channel().name())
                            .text(profile.externalId().value())
                            .text(profile.handle())
                            .text(profile.displayName())
                            .textOrNull(profile.avatar()));
        }
    }

    static void saveParticipants(View view, Changes changes, ConversationRef ref, Collection<ProfileId> profiles) {
        view.mayWrite(ref.brand());
        for (ProfileId profile : profiles) {
            int added = view.sql.update(
                    ADD_PARTICIPANT, to -> to.id(ref.brand()).id(ref.id()).id(profile));
            if (added > 0) {
                changes.note(ref.brand(), Change.Kind.CONVERSATION, ref.id());
            }
        }
    }
}
