package org.kontor.channel.mail.internal.session;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;

/** Search terms and UID sets in the server's language. */
final class Uids {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

    private Uids() {}

    static String set(List<Long> uids) {
        return uids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** UIDs from {@code from} on. */
    static Argument from(long from) {
        return range(from, "*");
    }

    static Argument range(long from, Object to) {
        return new Argument().writeAtom("UID").writeAtom(from + ":" + to);
    }

    static Argument since(Argument terms, LocalDate day) {
        return terms.writeAtom("SINCE").writeAtom(DAY.format(day));
    }

    static Argument header(Argument terms, String name, String value) {
        return terms.writeAtom("HEADER").writeAtom(name).writeString(value);
    }
}
