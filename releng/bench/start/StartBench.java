import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * How long the workbench takes to its first painted row, beside an empty e4 window on the same platform. Both are started by
 * turns, so that what else the machine does meets both; a start counts from the call that makes the process to the line that
 * it prints after painting. The first start of each fills its caches and does not count. What the process had used of the
 * processors by then is told too: it does not hang on what else runs.
 *
 * <p>Arguments: product, empty product, data folder, number of starts.
 */
public final class StartBench {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final double GOAL = 1.5;

    private StartBench() {}

    /** Runs it; ends with code 1 when a start fails. */
    public static void main(String[] arguments) throws Exception {
        Path product = Path.of(arguments[0]);
        Path empty = Path.of(arguments[1]);
        Path data = Path.of(arguments[2]);
        int starts = Integer.parseInt(arguments[3]);
        List<String> workbench = command(
                product, data.resolve("workbench"), "--data", data.toString(), "--exit-after-rows");
        List<String> window = command(empty, data.resolve("empty"));
        once(workbench);
        once(window);
        List<Start> ours = new ArrayList<>();
        List<Start> theirs = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            theirs.add(once(window));
            ours.add(once(workbench));
        }
        say("empty e4 window", theirs);
        say("first row of 100,000", ours);
        double ratio = (double) median(ours, Start::wall) / median(theirs, Start::wall);
        System.out.printf(
                Locale.ROOT,
                "kontor: ratio %.2f of the medians (%.2f of the processor time); the goal of %.1f is %s%n",
                ratio,
                (double) median(ours, Start::cpu) / median(theirs, Start::cpu),
                GOAL,
                ratio <= GOAL ? "reached" : "missed");
    }

    /** One start, in milliseconds until the paint. */
    private record Start(long wall, long cpu) {}

    private static List<String> command(Path home, Path workspace, String... more) throws IOException {
        try (Stream<Path> plugins = Files.list(home.resolve("plugins"))) {
            Path launcher = plugins.filter(
                            file -> file.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                    .findFirst()
                    .orElseThrow();
            List<String> command = new ArrayList<>(List.of(
                    JAVA,
                    "@" + home.resolve("kontor.args"),
                    "-jar",
                    launcher.toString(),
                    "-data",
                    workspace.toString()));
            command.addAll(List.of(more));
            return command;
        }
    }

    private static Start once(List<String> command) throws Exception {
        long begun = System.nanoTime();
        Process process =
                new ProcessBuilder(command).redirectErrorStream(true).start();
        Start painted = null;
        StringBuilder output = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("kontor: ") && line.contains("painted")) {
                    long wall = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
                    Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
                    painted = new Start(wall, cpu.toMillis());
                }
                output.append(line).append('\n');
            }
        }
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || painted == null) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " painted nothing:\n" + output);
        }
        return painted;
    }

    private static void say(String what, List<Start> starts) {
        List<Long> sorted = starts.stream().map(Start::wall).sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "kontor: %-21s median %,6d ms, %,d to %,d ms in %d starts; %,d ms of processor time%n",
                what,
                median(starts, Start::wall),
                sorted.getFirst(),
                sorted.getLast(),
                starts.size(),
                median(starts, Start::cpu));
    }

    private static long median(List<Start> starts, ToLongFunction<Start> which) {
        List<Long> sorted = starts.stream().map(which::applyAsLong).sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
