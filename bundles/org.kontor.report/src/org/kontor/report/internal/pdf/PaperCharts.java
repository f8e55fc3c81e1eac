package org.kontor.report.internal.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kontor.api.account.Colour;
import org.kontor.api.report.Benchmark;
import org.kontor.api.report.Chart;
import org.kontor.api.report.Metric;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.Value;
import org.kontor.report.internal.word.Words;

/** Charts as lines and boxes. */
final class PaperCharts {
    private static final float SIZE = 6.5f;
    private static final float AXIS = 30;
    private static final int STEPS = 4;

    /** A place on the page. */
    record Area(float x, float y, float width, float height) {
        private float right() {
            return x + width;
        }

        private float bottom() {
            return y + height;
        }
    }

    private final Paper paper;
    private final Words words;
    private final Report report;
    private final Colour first;

    /** @param ink of the first series */
    PaperCharts(Paper paper, Words words, Report report, Colour ink) {
        this.paper = paper;
        this.words = words;
        this.report = report;
        first = Tint.seen(ink);
    }

    private Colour ink(int series) {
        return series == 0 ? first : Tint.QUIET;
    }

    /** Shares as a line over the days, with the figures of studies across. Days of which nothing can be said leave a gap. */
    void line(Chart chart, Area area) throws IOException {
        Area field = field(area);
        axis(field, step -> words.value(new Value.Share(step, STEPS)));
        List<Point> points = chart.series().getFirst().points();
        keys(points, field);
        List<float[]> run = new ArrayList<>();
        float slot = field.width() / points.size();
        for (int i = 0; i <= points.size(); i++) {
            if (i < points.size() && points.get(i).value() instanceof Value.Share share) {
                float at = field.bottom() - (float) (field.height() * share.fraction());
                run.add(new float[] {field.x() + slot * (i + 0.5f), at});
            } else {
                run(run);
                run.clear();
            }
        }
        for (Benchmark benchmark : words.benchmarks()) {
            if (benchmark.metric() == Metric.ANSWERED_SHARE) {
                float at = field.bottom() - (float) (field.height() * benchmark.value());
                paper.dashed(field.x(), at, field.right(), at, Tint.OVER);
                String label = words.percent(benchmark.value());
                paper.right(field.right(), at - 2.5f, label, SIZE, false, Tint.OVER);
            }
        }
    }

    private void run(List<float[]> run) throws IOException {
        if (run.size() > 1) {
            paper.path(run, 1.4f, first);
        }
        if (run.size() < 32) {
            for (float[] at : run) {
                paper.card(at[0] - 1.4f, at[1] - 1.4f, 2.8f, 2.8f, first, first);
            }
        }
    }

    /** Columns side by side for each key. */
    void columns(Chart chart, Area area) throws IOException {
        Area field = field(area);
        double most = chart.series().stream()
                .flatMap(s -> s.points().stream())
                .mapToDouble(p -> p.value().size())
                .max()
                .orElse(0);
        double top = Math.max(STEPS, Math.ceil(most / STEPS) * STEPS);
        axis(field, step -> words.value(new Value.Count(Math.round(top * step / STEPS))));
        int rows = chart.series().size();
        List<Point> keys = chart.series().getFirst().points();
        keys(keys, field);
        float slot = field.width() / keys.size();
        float wide = Math.min(18, slot * 0.8f / rows);
        for (int s = 0; s < rows; s++) {
            for (int i = 0; i < keys.size(); i++) {
                double size = chart.series().get(s).points().get(i).value().size();
                float tall = (float) (field.height() * size / top);
                float x = field.x() + slot * i + (slot - wide * rows) / 2 + wide * s;
                paper.box(x, field.bottom() - tall, wide * 0.92f, tall, ink(s));
            }
        }
        legend(chart, area);
    }

    private void legend(Chart chart, Area area) throws IOException {
        if (chart.series().size() < 2) {
            return;
        }
        float x = area.x() + AXIS;
        for (int s = 0; s < chart.series().size(); s++) {
            String name = words.name(chart.series().get(s).metric());
            paper.box(x, area.y() + 1, 6, 6, ink(s));
            paper.text(x + 9, area.y() + 6.5f, name, SIZE, false, Tint.QUIET);
            x += 9 + paper.face(false).width(name, SIZE) + 12;
        }
    }

    /** Hours by days of the week: the more, the stronger the colour, with the number in each. */
    void heat(Chart chart, Area area) throws IOException {
        List<Point> points = chart.series().getFirst().points();
        double most = points.stream().mapToDouble(p -> p.value().size()).max().orElse(0);
        float left = area.x() + AXIS;
        float cell = (area.right() - left) / 24;
        float tall = (area.height() - 12) / 7;
        for (int i = 0; i < points.size(); i++) {
            int hour = i % 24;
            float x = left + cell * hour;
            float y = area.y() + tall * (i / 24);
            double size = points.get(i).value().size();
            double part = most == 0 ? 0 : size / most;
            Colour ground = size == 0 ? Tint.SOFT : Tint.mixed(first, 0.12 + 0.88 * part);
            paper.card(x + 0.7f, y + 0.7f, cell - 1.4f, tall - 1.4f, ground, ground);
            if (size > 0) {
                String count = words.value(points.get(i).value());
                float wide = paper.face(false).width(count, 6);
                Colour letters = Tint.contrast(ground) >= 4.5 ? Tint.PAPER : Tint.TEXT;
                paper.text(x + (cell - wide) / 2, y + tall / 2 + 2.2f, count, 6, false, letters);
            }
            if (hour == 0) {
                String day = words.key(report, points.get(i).key()).split(" ", 2)[0];
                paper.text(area.x(), y + tall / 2 + 2.4f, day, SIZE, false, Tint.QUIET);
            }
        }
        for (int hour = 0; hour < 24; hour += 3) {
            paper.text(left + cell * hour + 2, area.bottom() - 2, String.valueOf(hour), SIZE, false, Tint.QUIET);
        }
    }

    private static Area field(Area area) {
        return new Area(area.x() + AXIS, area.y() + 12, area.width() - AXIS, area.height() - 26);
    }

    /** Says what stands at a step of the axis. */
    private interface Scale {
        String at(int step);
    }

    private void axis(Area field, Scale scale) throws IOException {
        for (int step = 0; step <= STEPS; step++) {
            float y = field.bottom() - field.height() * step / STEPS;
            paper.line(field.x(), y, field.right(), y, 0.5f, Tint.LINE);
            paper.right(field.x() - 4, y + 2.3f, scale.at(step), SIZE, false, Tint.QUIET);
        }
    }

    /** A key that would run into the one before it is left out. */
    private void keys(List<Point> points, Area field) throws IOException {
        float slot = field.width() / points.size();
        float free = field.x();
        for (int i = 0; i < points.size(); i++) {
            String key = words.key(report, points.get(i).key());
            float wide = paper.face(false).width(key, SIZE);
            float x = field.x() + slot * i + (slot - wide) / 2;
            if (x >= free && x + wide <= field.right()) {
                paper.text(x, field.bottom() + 10, key, SIZE, false, Tint.QUIET);
                free = x + wide + 6;
            }
        }
    }
}
