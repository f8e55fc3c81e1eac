import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes the pictures of the manual from those that the demo took: {@code java Pictures.java SHOTS BUNDLES}. SHOTS holds a
 * folder for each language with {@code 5-inbox-light.png} and the like. Every picture that a page below {@code help/LANGUAGE}
 * names is looked up there by its name, scaled down, reduced to 256 colours and laid where the page expects it, with its twin
 * for the dark theme. Ends with code 1 if a page names one that was not taken, or one gets too large.
 */
final class Pictures {
    private static final int WIDTH = 1200;
    private static final int COLOURS = 256;
    private static final int LARGEST = 150 * 1024;
    private static final Pattern NAMED = Pattern.compile("!\\[[^\\]]*\\]\\(pictures/([a-z0-9-]+)\\.png\\)");
    private static final Pattern TAKEN = Pattern.compile("\\d+-([a-z0-9-]+?)(?:-light|(-dark))?\\.png");

    private final List<String> faults = new ArrayList<>();

    public static void main(String[] words) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Pictures pictures = new Pictures();
        for (String language : List.of("de", "en")) {
            Map<String, Path> taken = pictures.taken(Path.of(words[0], language));
            for (Path pages : pictures.pages(Path.of(words[1]), language)) {
                pictures.make(pages, taken);
            }
        }
        pictures.faults.forEach(System.err::println);
        System.exit(pictures.faults.isEmpty() ? 0 : 1);
    }

    /** What was taken, by the name that pages use; "-dark" stays. */
    private Map<String, Path> taken(Path folder) throws IOException {
        Map<String, Path> taken = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().forEach(file -> {
                Matcher name = TAKEN.matcher(file.getFileName().toString());
                if (name.matches()) {
                    taken.put(name.group(1) + (name.group(2) == null ? "" : "-dark"), file);
                }
            });
        }
        return taken;
    }

    private List<Path> pages(Path bundles, String language) throws IOException {
        try (Stream<Path> folders = Files.list(bundles)) {
            return folders.map(bundle -> bundle.resolve("help").resolve(language))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }

    private void make(Path pages, Map<String, Path> taken) throws IOException {
        TreeSet<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.list(pages)) {
            for (Path page : files.filter(file -> file.toString().endsWith(".md")).toList()) {
                NAMED.matcher(Files.readString(page)).results().forEach(found -> named.add(found.group(1)));
            }
        }
        for (String name : named) {
            if (!taken.containsKey(name)) {
                faults.add(pages + ": there is no picture " + name + "; taken were " + new TreeSet<>(taken.keySet()));
            }
            for (String twin : List.of(name, name + "-dark")) {
                if (taken.containsKey(twin)) {
                    save(taken.get(twin), Files.createDirectories(pages.resolve("pictures")).resolve(twin + ".png"));
                }
            }
        }
    }

    private void save(Path from, Path to) throws IOException {
        BufferedImage small = reduce(scale(ImageIO.read(from.toFile())));
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0);
        Files.deleteIfExists(to);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(to.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(small, null, null), how);
        } finally {
            writer.dispose();
        }
        System.out.println(to + "  " + small.getWidth() + " x " + small.getHeight() + ", " + Files.size(to) / 1024 + " KB");
        if (Files.size(to) > LARGEST) {
            faults.add(to + " has " + Files.size(to) / 1024 + " KB");
        }
    }

    private static BufferedImage scale(BufferedImage from) {
        int width = Math.min(WIDTH, from.getWidth());
        int height = from.getHeight() * width / from.getWidth();
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = to.createGraphics();
        // The mean of what falls on a pixel: letters stay readable where other ways leave out half of their strokes.
        graphics.drawImage(from.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return to;
    }

    // -- fewer colours

    /** A box of colours, each with how often it stands in the picture. */
    private record Box(List<int[]> colours) {
        long count() {
            return colours.stream().mapToLong(colour -> colour[3]).sum();
        }

        int widest() {
            int best = 0;
            int range = -1;
            for (int channel = 0; channel < 3; channel++) {
                int c = channel;
                int low = colours.stream().mapToInt(colour -> colour[c]).min().orElse(0);
                int high = colours.stream().mapToInt(colour -> colour[c]).max().orElse(0);
                if (high - low > range) {
                    range = high - low;
                    best = channel;
                }
            }
            return best;
        }

        List<Box> split() {
            int channel = widest();
            List<int[]> sorted = new ArrayList<>(colours);
            sorted.sort(Comparator.comparingInt(colour -> colour[channel]));
            long half = count() / 2;
            long seen = 0;
            int at = 0;
            while (at < sorted.size() - 1 && seen + sorted.get(at)[3] <= half) {
                seen += sorted.get(at++)[3];
            }
            at = Math.max(1, at);
            return List.of(new Box(sorted.subList(0, at)), new Box(sorted.subList(at, sorted.size())));
        }

        /** The commonest colour: plain grounds keep exactly what they are. */
        int[] middle() {
            return colours.stream().max(Comparator.comparingInt(colour -> colour[3])).orElseThrow();
        }
    }

    /** Splits the box with the most pixels in it until there are as many as colours. */
    private static BufferedImage reduce(BufferedImage from) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int y = 0; y < from.getHeight(); y++) {
            for (int x = 0; x < from.getWidth(); x++) {
                counts.merge(from.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        List<int[]> all = counts.entrySet().stream()
                .map(each -> new int[] {
                    each.getKey() >> 16 & 255, each.getKey() >> 8 & 255, each.getKey() & 255, each.getValue()
                })
                .toList();
        List<Box> boxes = new ArrayList<>(List.of(new Box(all)));
        while (boxes.size() < COLOURS) {
            // The root keeps small but distinct colours, such as those of brands, from being swallowed by grounds.
            Box largest = boxes.stream()
                    .filter(box -> box.colours().size() > 1)
                    .max(Comparator.comparingDouble(box -> Math.sqrt(box.count()) * box.colours().size()))
                    .orElse(null);
            if (largest == null) {
                break;
            }
            boxes.remove(largest);
            boxes.addAll(largest.split());
        }
        return indexed(from, boxes);
    }

    private static BufferedImage indexed(BufferedImage from, List<Box> boxes) {
        byte[][] palette = new byte[3][boxes.size()];
        Map<Integer, Integer> index = new HashMap<>();
        for (int i = 0; i < boxes.size(); i++) {
            int[] middle = boxes.get(i).middle();
            for (int channel = 0; channel < 3; channel++) {
                palette[channel][i] = (byte) middle[channel];
            }
            for (int[] colour : boxes.get(i).colours()) {
                index.put(colour[0] << 16 | colour[1] << 8 | colour[2], i);
            }
        }
        IndexColorModel model = new IndexColorModel(8, boxes.size(), palette[0], palette[1], palette[2]);
        BufferedImage to = new BufferedImage(from.getWidth(), from.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < from.getHeight(); y++) {
            for (int x = 0; x < from.getWidth(); x++) {
                to.getRaster().setSample(x, y, 0, index.get(from.getRGB(x, y) & 0xffffff));
            }
        }
        return to;
    }
}
