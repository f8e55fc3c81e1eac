package org.kontor.channel.mail.internal;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.kontor.channel.mail.internal.read.MessageIds;

/**
 * Who we are in mails: by this an own mail is told from a customer's.
 *
 * @param address the account's address as set up
 * @param own all addresses the brand writes under, in lower case
 */
public record Identity(String address, Set<String> own) {
    private static final Pattern LOCAL_PART = Pattern.compile("[0-9a-z]{9}\\.[0-9a-z]{16}\\.kontor");

    public Identity {
        own = Set.copyOf(own);
    }

    /**
     * An identity.
     *
     * @param aliases further addresses, separated by commas, semicolons or blanks
     */
    public static Identity of(String address, String aliases) {
        Set<String> own = new LinkedHashSet<>();
        for (String one : (address + " " + aliases).split("[\\s,;]+")) {
            if (one.contains("@")) {
                own.add(one.toLowerCase(Locale.ROOT));
                own.add(Domains.ascii(one).toLowerCase(Locale.ROOT));
            }
        }
        return new Identity(address, own);
    }

    /** Whether this is an address of the brand's. */
    public boolean isOwn(String other) {
        return own.contains(other.toLowerCase(Locale.ROOT));
    }

    /** Whether an address of the brand's lies in this domain. */
    public boolean isOwnDomain(String domain) {
        String suffix = "@" + domain.toLowerCase(Locale.ROOT);
        return own.stream().anyMatch(a -> a.endsWith(suffix));
    }

    /** The domain of the account's address, in lower case and in the form that servers know (RFC 5891). */
    public String domain() {
        String ascii = Domains.ascii(address).toLowerCase(Locale.ROOT);
        return ascii.substring(ascii.lastIndexOf('@') + 1);
    }

    /** What stands in the {@code X-Kontor} header of our mails: tells nothing to others, and us that a mail is ours. */
    public String token() {
        return MessageIds.sha256("kontor:" + address.toLowerCase(Locale.ROOT), 16);
    }

    /** Whether this Message-ID has the form of ours and our domain. */
    public boolean isOwnMessageId(String id) {
        int at = id.lastIndexOf('@');
        return at > 1
                && id.endsWith(">")
                && LOCAL_PART.matcher(id.substring(1, at)).matches()
                && isOwnDomain(id.substring(at + 1, id.length() - 1));
    }
}
