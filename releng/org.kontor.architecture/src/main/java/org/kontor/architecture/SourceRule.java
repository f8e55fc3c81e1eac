package org.kontor.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must not stand in a source file. One instance for one reason. */
public final class SourceRule implements Rule {
    private final String sentence;
    private final Pattern pattern;
    private final boolean testsOnly;
    private final UnaryOperator<String> view;

    private SourceRule(String sentence, String pattern, boolean testsOnly, UnaryOperator<String> view) {
        this.sentence = sentence;
        this.pattern = Pattern.compile(pattern);
        this.testsOnly = testsOnly;
        this.view = view;
    }

    /** All rules of this kind. */
    public static List<Rule> all() {
        return List.of(
                new SourceRule("no test is disabled", "@Disabled\\w*|@Ignore\\b", true, Sources::code),
                new SourceRule(
                        "no test sleeps; wait for a condition or a job family",
                        "\\bThread\\s*\\.\\s*sleep\\s*\\(|\\.sleep\\s*\\(\\s*\\d|\\bparkNanos\\s*\\(",
                        true,
                        Sources::code),
                new SourceRule(
                        "no fault is swallowed: handle it, log it or say in the block why it may be ignored",
                        "catch\\s*\\([^)]*\\)\\s*\\{\\s*\\}",
                        false,
                        Sources::codeAndComments),
                new SourceRule(
                        "nothing unfinished is left behind",
                        "\\b(TODO|FIXME|XXX)\\b",
                        false,
                        Sources::codeAndComments));
    }

    @Override
    public String says() {
        return sentence;
    }

    @Override
    public List<String> breaches(House house) {
        List<String> found = new ArrayList<>();
        for (Bundle bundle : house.bundles()) {
            List<Path> files = new ArrayList<>(bundle.testSources());
            if (!testsOnly && !bundle.isTests()) {
                files.addAll(bundle.sources("src"));
            }
            for (Path file : files) {
                String text = view.apply(Bundle.text(file));
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    found.add(bundle.place(file) + ":" + Sources.line(text, matcher.start()) + ": " + sentence);
                }
            }
        }
        return found;
    }
}
