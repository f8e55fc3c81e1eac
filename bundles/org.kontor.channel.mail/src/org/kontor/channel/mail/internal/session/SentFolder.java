package org.kontor.channel.mail.internal.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.jspecify.annotations.Nullable;
import org.kontor.channel.mail.internal.MailSettings;
import org.kontor.channel.mail.internal.wire.ImapLink;

/** Finds the folder of sent mails: as set up, else by its mark (RFC 6154), else by the names that mail programs use. */
final class SentFolder {
    private static final List<String> NAMES = List.of(
            "sent",
            "sent items",
            "sent messages",
            "sent mail",
            "gesendet",
            "gesendete elemente",
            "gesendete objekte",
            "gesendete nachrichten",
            "envoyés",
            "enviados",
            "inviata",
            "verzonden items");

    private final MailSettings settings;
    private @Nullable ImapLink foundOver;
    private Optional<String> found = Optional.empty();

    SentFolder(MailSettings settings) {
        this.settings = settings;
    }

    /** The folder; looked for once in a connection, until it is there. */
    Optional<String> over(ImapLink link) throws ProtocolException {
        if (link != foundOver || found.isEmpty()) {
            found = find(link, settings);
            foundOver = link;
        }
        return found;
    }

    static Optional<String> find(ImapLink link, MailSettings settings) throws ProtocolException {
        List<ListInfo> folders = link.folders().stream()
                .filter(f -> f != null && f.canOpen && f.name != null)
                .toList();
        if (!settings.sentFolder().isEmpty()) {
            return folders.stream()
                    .map(f -> f.name)
                    .filter(n -> n.equals(settings.sentFolder()))
                    .findFirst();
        }
        Optional<String> marked =
                folders.stream().filter(SentFolder::isMarked).map(f -> f.name).findFirst();
        if (marked.isPresent()) {
            return marked;
        }
        for (String name : NAMES) {
            for (ListInfo folder : folders) {
                if (last(folder).equals(name)) {
                    return Optional.of(folder.name);
                }
            }
        }
        return Optional.empty();
    }

    /** The folder, made if there is none yet. */
    static String findOrCreate(ImapLink link, MailSettings settings) throws ProtocolException {
        Optional<String> found = find(link, settings);
        if (found.isPresent()) {
            return found.get();
        }
        String name = settings.sentFolder().isEmpty() ? link.prefix() + "Sent" : settings.sentFolder();
        link.create(name);
        return name;
    }

    private static boolean isMarked(ListInfo folder) {
        return folder.attrs != null && Arrays.stream(folder.attrs).anyMatch("\\Sent"::equalsIgnoreCase);
    }

    private static String last(ListInfo folder) {
        String name = folder.name.toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf(folder.separator) + 1);
    }
}
