package org.kontor.desk.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.access.Scope;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.reply.Finding;
import org.kontor.api.reply.ReplyCheck;
import org.kontor.api.reply.ReplyText;
import org.osgi.service.component.annotations.Component;

/**
 * Whether a public reply shows what belongs to one person: an IBAN or a card number stops it, a number that may be somebody's
 * telephone is for the agent to judge, because it may be the hotline.
 */
@Component
public final class PersonalDataCheck implements ReplyCheck {
    /** Country code, check digits and the rest, in groups or not. */
    private static final Pattern IBAN = Pattern.compile("(?<![\\p{L}\\p{N}])[A-Z]{2}\\d{2}(?: ?[A-Z\\d]){11,30}");

    private static final Pattern CARD = Pattern.compile("(?<![\\d.,-])(?<!\\d )[2-6]\\d(?:[ -]?\\d){11,17}(?![\\d])");
    private static final Pattern TELEPHONE = Pattern.compile(
            "(?<![\\p{L}\\d.,-])(?<!\\d )(?:\\+\\d{1,3}|0)[ ]?(?:\\(0\\)[ ]?)?\\(?\\d{1,5}\\)?(?:[ /-]?\\d){4,11}(?!\\d)");

    /** How long an IBAN of each country is: the SWIFT registry of IBAN formats, as of 2025. */
    private static final Map<String, Integer> IBAN_LENGTHS = Pattern.compile("(..)(\\d\\d)")
            .matcher("NO15BE16DK18FI18FO18GL18NL18MK19SI19AT20BA20EE20KZ20LT20LU20XK20CH21HR21LI21LV21BG22BH22CR22DE22"
                    + "GB22GE22IE22ME22RS22VA22AE23GI23IL23IQ23TL23AD24CZ24ES24MD24PK24RO24SA24SE24SK24TN24VG24LY25PT25"
                    + "ST25IS26TR26BI27DJ27FR27GR27IT27MC27MR27SM27AL28AZ28BY28CY28DO28GT28HU28LB28NI28PL28BR29EG29PS29"
                    + "QA29UA29JO30KW30MU30SC31MT31LC32RU33")
            .results()
            .collect(Collectors.toUnmodifiableMap(each -> each.group(1), each -> Integer.valueOf(each.group(2))));

    private static final int SHORTEST_TELEPHONE = 8;

    @Override
    public String id() {
        return "org.kontor.desk.personal";
    }

    @Override
    public List<Finding> check(ReplyText reply, Scope scope, Locale locale, IProgressMonitor monitor) {
        return reply.mode() == ReplyMode.PUBLIC ? look(reply.text(), locale) : List.of();
    }

    static List<Finding> look(String text, Locale locale) {
        List<Finding> found = new ArrayList<>();
        Matcher iban = IBAN.matcher(text);
        while (iban.find()) {
            int end = ibanEnd(text, iban.start(), iban.end());
            if (end > 0) {
                found.add(finding(Finding.Level.STOP, "check.personal.iban", locale, iban.start(), end));
            }
        }
        Matcher card = CARD.matcher(text);
        while (card.find()) {
            if (found.isEmpty() && luhn(digits(card.group()))) {
                found.add(finding(Finding.Level.STOP, "check.personal.card", locale, card.start(), card.end()));
            }
        }
        Matcher telephone = TELEPHONE.matcher(text);
        while (found.isEmpty() && telephone.find()) {
            if (digits(telephone.group()).length() >= SHORTEST_TELEPHONE) {
                found.add(finding(
                        Finding.Level.ADVICE, "check.personal.telephone", locale, telephone.start(), telephone.end()));
            }
        }
        return found.isEmpty()
                ? List.of(new Finding(Finding.Level.PASSED, CheckTexts.text("check.personal.passed", locale)))
                : List.copyOf(found);
    }

    private static Finding finding(Finding.Level level, String key, Locale locale, int from, int to) {
        return new Finding(level, CheckTexts.text(key, locale), from, to);
    }

    /**
     * Where a valid IBAN ends that begins at {@code from}; 0 if there is none. Words in capitals may follow it, so the country
     * says how long it is (ISO 13616: the number, its first four characters put last and letters read as 10 to 35, is 1 modulo
     * 97).
     */
    private static int ibanEnd(String text, int from, int to) {
        int length = IBAN_LENGTHS.getOrDefault(text.substring(from, from + 2), 0);
        StringBuilder compact = new StringBuilder();
        int end = from;
        while (end < to && compact.length() < length) {
            if (text.charAt(end) != ' ') {
                compact.append(text.charAt(end));
            }
            end++;
        }
        boolean whole = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
        return length > 0 && compact.length() == length && whole && modulo(compact.toString()) == 1 ? end : 0;
    }

    private static int modulo(String iban) {
        int rest = 0;
        for (char c : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
            int value = Character.digit(c, 36);
            rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
        }
        return rest;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    /** The check digit of card numbers (ISO/IEC 7812-1, annex B). */
    private static boolean luhn(String digits) {
        if (digits.chars().distinct().count() == 1) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = digit * 2;
            sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }
}
