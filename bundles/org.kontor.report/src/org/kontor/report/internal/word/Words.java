package org.kontor.report.internal.word;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.conversation.InquiryOutcome;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.report.AgeBand;
import org.kontor.api.report.Benchmark;
import org.kontor.api.report.Chart;
import org.kontor.api.report.ContributedSection;
import org.kontor.api.report.Key;
import org.kontor.api.report.Metric;
import org.kontor.api.report.Report;
import org.kontor.api.report.ReportRange;
import org.kontor.api.report.ReportWords;
import org.kontor.api.report.Value;

/** The words of reports in one language. Immutable. */
public final class Words implements ReportWords {
    private static final double THIRD = 1.0 / 3;
    private static final double NEGATIVE = 0.42;

    private final Locale locale;
    private final ResourceBundle texts;

    private Words(Locale locale) {
        this.locale = locale;
        texts = ResourceBundle.getBundle(
                "org.kontor.report.internal.word.texts",
                locale,
                Words.class.getClassLoader(),
                // Without this an English window on a German machine would get German texts.
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Words in a language. */
    public static Words of(Locale locale) {
        return new Words(locale);
    }

    /** A text with its arguments put in. */
    public String text(String key, Object... arguments) {
        String pattern = texts.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    @Override
    public String name(Metric metric) {
        return text("metric." + metric);
    }

    @Override
    public String definition(Metric metric) {
        return text("metric." + metric + ".definition");
    }

    @Override
    public String title(Chart.Kind kind) {
        return text("chart." + kind);
    }

    @Override
    public String key(Report report, Key key) {
        return switch (key) {
            case Key.Whole whole -> text("key.whole");
            case Key.OfDay day ->
                day.day()
                        .format(DateTimeFormatter.ofPattern(
                                locale.getLanguage().equals("de") ? "E dd.MM." : "E d MMM", locale));
            case Key.OfBrand brand ->
                report.brands().stream()
                        .filter(b -> b.id().equals(brand.brand()))
                        .map(Brand::name)
                        .findFirst()
                        .orElse("");
            case Key.OfChannel channel -> channel(channel.channel());
            case Key.OfAge age -> age(age.band());
            case Key.OfHour hour ->
                "%s %02d:00".formatted(hour.day().getDisplayName(TextStyle.SHORT, locale), hour.hour());
        };
    }

    /** The name of a channel; its own where we have no word for it. */
    public String channel(ChannelType channel) {
        String key = "channel." + channel.name();
        return texts.containsKey(key) ? text(key) : channel.name();
    }

    private String age(AgeBand band) {
        return text("age." + band);
    }

    /** What has become of an inquiry. */
    public String outcome(InquiryOutcome outcome) {
        return text("outcome." + outcome);
    }

    @Override
    public String value(Value value) {
        return switch (value) {
            case Value.Count count -> NumberFormat.getIntegerInstance(locale).format(count.count());
            case Value.Share share -> percent(share.fraction());
            case Value.Wait wait -> wait(wait.length());
            case Value.None none -> text("value.none");
        };
    }

    /** A part of a whole in hundredths. */
    public String percent(double fraction) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(fraction);
    }

    private String wait(Duration length) {
        if (length.toMinutes() < 1) {
            return text("value.seconds", length.toSeconds());
        }
        if (length.toHours() < 1) {
            return text("value.minutes", length.toMinutes());
        }
        return length.toHours() < 48
                ? text("value.hours", length.toHours(), length.toMinutesPart())
                : text("value.days", length.toDays(), length.toHoursPart());
    }

    @Override
    public String change(Value now, Value before) {
        if (now instanceof Value.Share a && before instanceof Value.Share b) {
            double points = Math.round((a.fraction() - b.fraction()) * 1000) / 10.0;
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            format.setMaximumFractionDigits(1);
            return points == 0 ? same() : sign(points) + text("change.points", format.format(Math.abs(points)));
        }
        if (now instanceof Value.Wait a && before instanceof Value.Wait b) {
            Duration more = a.length().minus(b.length());
            return more.abs().toSeconds() == 0 ? same() : sign(more.toSeconds()) + wait(more.abs());
        }
        if (now instanceof Value.Count a && before instanceof Value.Count b) {
            long more = a.count() - b.count();
            return more == 0 ? same() : sign(more) + value(new Value.Count(Math.abs(more)));
        }
        return "";
    }

    private String same() {
        return text("change.same");
    }

    private static String sign(double number) {
        return number < 0 ? "\u2212" : "+";
    }

    @Override
    public String comparison(ReportRange range) {
        return text("comparison", range.days().size());
    }

    @Override
    public String comparisonDefinition() {
        return text("comparison.definition");
    }

    /** The first and the last day. */
    public String range(ReportRange range) {
        DateTimeFormatter format =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        String first = range.first().format(format);
        return range.first().equals(range.last())
                ? first
                : text("range", first, range.last().format(format));
    }

    /** A moment, with its time zone. */
    public String moment(ZonedDateTime at) {
        return at.format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale))
                + " (" + at.getZone().getId() + ")";
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    @Override
    public String missing(ContributedSection.Missing section) {
        Trouble trouble = section.trouble();
        String why = text(
                "missing." + trouble.reason(),
                section.id(),
                trouble.contribution().bundle(),
                trouble.detail());
        return trouble.off() ? why + " " + text("missing.off") : why;
    }

    @Override
    public List<Benchmark> benchmarks() {
        return List.of(
                new Benchmark(Metric.ANSWERED_SHARE, THIRD, text("benchmark.third"), text("benchmark.third.source")),
                new Benchmark(
                        Metric.ANSWERED_SHARE,
                        NEGATIVE,
                        text("benchmark.negative"),
                        text("benchmark.negative.source")));
    }
}
