package convas.dataset.folder;

import convas.dataset.DataProblem;
import convas.dataset.Dataset;
import convas.dataset.DatasetException;
import convas.dataset.DatasetOption;
import convas.dataset.Digest;
import convas.dataset.ReadingProgress;
import convas.dataset.SampleShape;
import convas.dataset.Split;
import convas.dataset.Survey;
import convas.dataset.Targets;
import convas.dataset.UnreadableSampleException;
import convas.dataset.image.DecodedImage;
import convas.dataset.image.ImageDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** The images of a folder: as many as fit are kept decoded, one byte a value; the others are read from their files. */
final class FolderImages implements Dataset {
    /** So many broken files are named. */
    private static final int NAMED = 10;

    private static final float WHITE = 255;

    private final String name;
    private final List<String> classes;
    private final Path folder;
    private final List<FolderListing.Item> items;
    private final Optional<Split> split;
    private final ImageDecoder decoder;
    private final byte[][] decoded;
    private final String digest;
    private final Survey survey;

    private FolderImages(String name, FolderListing listing, ImageDecoder decoder, byte[][] decoded, String digest) {
        this.name = name;
        this.classes = listing.classes();
        this.folder = listing.folder();
        this.items = listing.items();
        this.split = listing.training()
                .map(training -> new Split(
                        range(0, training),
                        range(training, items.size() - listing.test()),
                        range(items.size() - listing.test(), items.size())));
        this.decoder = decoder;
        this.decoded = decoded;
        this.digest = digest;
        this.survey = listing.survey();
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    /** As listed: no file is looked into before its sample is asked for. */
    static FolderImages unread(String name, FolderListing listing, ImageDecoder decoder) {
        return new FolderImages(
                name,
                listing.withEmptyClasses(),
                decoder,
                new byte[listing.items().size()][],
                "");
    }

    /**
     * Every file read once, by all processors.
     *
     * @param cache bytes of decoded images that are kept
     * @param skip whether broken images are left out; else they are an error
     */
    static FolderImages read(
            String name,
            FolderListing listing,
            ImageDecoder decoder,
            long cache,
            boolean skip,
            ReadingProgress progress)
            throws DatasetException {
        int size = listing.items().size();
        byte[][] decoded = new byte[size][];
        String[] digests = new String[size];
        IOException[] broken = new IOException[size];
        ImageTally tally = new ImageTally(size);
        AtomicLong left = new AtomicLong(cache);
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, size).parallel().forEach(index -> {
            try {
                byte[] file = Files.readAllBytes(listing.items().get(index).file());
                digests[index] = Digest.sha256().add(file).text();
                DecodedImage image = decoder.decode(file);
                tally.add(index, image);
                byte[] pixels = image.pixels();
                if (left.addAndGet(-pixels.length) >= 0) {
                    decoded[index] = pixels;
                }
            } catch (IOException unreadable) {
                broken[index] = unreadable;
            }
            progress.read(done.incrementAndGet(), size);
        });
        List<Integer> bad = IntStream.range(0, size)
                .filter(index -> broken[index] != null)
                .boxed()
                .toList();
        if (!bad.isEmpty() && (!skip || bad.size() == size)) {
            throw new DatasetException(told(listing, bad, broken, "dataset.corrupt"), null);
        }
        FolderListing whole = listing.without(bad, told(listing, bad, broken, "dataset.skipped"))
                .withEmptyClasses()
                .with(tally.findings(index -> listing.place(index)));
        byte[][] kept = IntStream.range(0, size)
                .filter(index -> broken[index] == null)
                .mapToObj(index -> decoded[index])
                .toArray(byte[][]::new);
        return new FolderImages(name, whole, decoder, kept, digest(listing, digests, bad, decoder));
    }

    /** A sentence for each of the first broken files, and one for the rest. */
    private static List<DataProblem> told(FolderListing listing, List<Integer> bad, IOException[] broken, String key) {
        List<DataProblem> told = new ArrayList<>();
        for (int index : bad.subList(0, Math.min(NAMED, bad.size()))) {
            told.add(DataProblem.unreadable(
                    DatasetOption.PATH, key, listing.items().get(index).file(), broken[index]));
        }
        if (bad.size() > NAMED) {
            told.add(DataProblem.of(DatasetOption.PATH, "dataset.more", bad.size() - NAMED, bad.size()));
        }
        return told;
    }

    /**
     * Of the place below the folder and the content of every file that trains or validates, and of how it is made into a
     * sample.
     */
    private static String digest(FolderListing listing, String[] digests, List<Integer> bad, ImageDecoder decoder) {
        Digest all = Digest.sha256().add(decoder.toString().getBytes(StandardCharsets.UTF_8));
        for (int index = 0; index < digests.length - listing.test(); index++) {
            if (!bad.contains(index)) {
                Path place =
                        listing.folder().relativize(listing.items().get(index).file());
                String name = Normalizer.normalize(place.toString(), Normalizer.Form.NFC);
                String line = name.replace('\\', '/') + " " + digests[index] + "\n";
                all.add(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return all.text();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SampleShape shape() {
        return decoder.shape();
    }

    @Override
    public Targets targets() {
        return new Targets.Classes(classes);
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public int label(int sample) {
        return items.get(sample).label();
    }

    @Override
    public void read(int sample, float[] into, int at) throws UnreadableSampleException {
        byte[] pixels = decoded[sample] != null
                ? decoded[sample]
                : decode(items.get(sample).file());
        for (int index = 0; index < pixels.length; index++) {
            into[at + index] = (pixels[index] & 0xff) / WHITE;
        }
    }

    private byte[] decode(Path file) throws UnreadableSampleException {
        try {
            return decoder.decode(Files.readAllBytes(file)).pixels();
        } catch (NoSuchFileException missing) {
            throw UnreadableSampleException.missing(file, missing);
        } catch (IOException broken) {
            throw UnreadableSampleException.broken(file, broken);
        }
    }

    @Override
    public String place(int sample) {
        return FolderListing.place(folder, items.get(sample));
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public Optional<Split> split() {
        return split;
    }

    @Override
    public Survey survey() {
        return survey;
    }
}
