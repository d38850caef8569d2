package convas.training.data;

import convas.analysis.Analysis;
import convas.dataset.Augmentation;
import convas.dataset.BatchReader;
import convas.dataset.Dataset;
import convas.dataset.DatasetKind;
import convas.dataset.Datasets;
import convas.dataset.Normalization;
import convas.dataset.ReadingProgress;
import convas.dataset.Samples;
import convas.dataset.Seeds;
import convas.dataset.Split;
import convas.dataset.Survey;
import convas.dataset.Targets;
import convas.dataset.UnreadableSampleException;
import convas.dataset.builtin.BuiltinDatasets;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Value;
import convas.graph.json.Reading;
import convas.training.recipe.DataRecipe;
import convas.training.recipe.Recipe;
import convas.training.recipe.Scaling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * Looks at the data of designs, for a window. The dataset that was opened last is kept, so that looking again is quick. For
 * one thread at a time; takes as long as its files take.
 */
public final class DataSurveyor {
    /** Mean and deviation of so many samples are near enough to those of all. */
    private static final int MEASURED = 2000;

    private static final int SHOWN = 12;

    /** Of kinds that keep decoded images: how many megabytes. */
    private static final String CACHE = "cache_mb";

    private static final long LITTLE = 64;

    /** Where Debian and its kin put datasets. */
    private static final Path INSTALLED = Path.of("/usr/share/datasets");

    private static final int MOST_FOUND = 8;

    private final Datasets datasets;
    private final DatasetOpener opener;
    private Optional<DataRecipe> opened = Optional.empty();
    private Reading<Dataset> kept = new Reading<>(Optional.empty(), List.of());

    private DataSurveyor(Datasets datasets) {
        this.datasets = datasets;
        this.opener = new DatasetOpener(datasets);
    }

    /** With the kinds of datasets that come with Convas. */
    public static DataSurveyor builtin() {
        return new DataSurveyor(BuiltinDatasets.create());
    }

    /** The names of the kinds that need no files, or of those that do. */
    public List<String> kinds(boolean fromFiles) {
        return datasets.kinds().stream()
                .filter(kind -> kind.isFromFiles() == fromFiles)
                .map(DatasetKind::name)
                .toList();
    }

    /** See {@link DataPaths#at}. */
    public Reading<Design> at(Design design, Path path) {
        return DataPaths.at(design, path, datasets);
    }

    /**
     * Folders and files that look like data: what is installed, and beside the design's file.
     *
     * @param source the design's file
     */
    public List<Path> found(Optional<Path> source) {
        List<Path> places = new ArrayList<>(entries(INSTALLED));
        source.map(file -> file.toAbsolutePath().getParent()).ifPresent(folder -> {
            places.addAll(entries(folder));
            places.addAll(entries(folder.resolve("data")));
        });
        return places.stream()
                .filter(place -> datasets.recognise(place).isPresent())
                .limit(MOST_FOUND)
                .toList();
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().limit(100).toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /**
     * What there is to see.
     *
     * @param file the design's, to whose folder paths are relative
     * @param draw which samples are shown; another number shows others
     */
    public DataSurvey survey(Design design, Optional<Analysis> analysis, Optional<Path> file, long draw) {
        Optional<DataRecipe> read =
                DataRecipe.of(DataPaths.absolute(design, file).training());
        if (read.isEmpty()) {
            List<DataSurvey.Problem> told = new ArrayList<>();
            Recipe.read(design.training()).problems().forEach(problem -> told.add(plain(problem)));
            return new DataSurvey("", Optional.empty(), Optional.empty(), told);
        }
        DataRecipe recipe = read.get();
        DataRecipe source = source(recipe, analysis);
        Reading<Dataset> reading = open(source);
        List<DataSurvey.Problem> problems = new ArrayList<>();
        reading.problems().forEach(problem -> problems.add(plain(problem)));
        Optional<DataSurvey.Facts> facts = Optional.empty();
        if (reading.value().isPresent()) {
            Dataset dataset = reading.value().get();
            Split split = DataParts.split(dataset, recipe, splitSeed(design));
            MeasuredValues values =
                    MeasuredValues.of(dataset, spread(split.training(), MEASURED), ReadingProgress.UNHEARD);
            List<Diagnostic> single = DataReports.oneClass(dataset, split);
            single.forEach(problem -> problems.add(plain(problem)));
            if (single.isEmpty()) {
                analysis.ifPresent(
                        known -> DataFit.of(design, known, dataset).forEach(misfit -> tell(misfit, problems)));
            }
            unreadable(recipe, values).forEach(problem -> problems.add(plain(problem)));
            facts = Optional.of(facts(dataset, recipe, split, values, draw));
        }
        return new DataSurvey(recipe.type(), Optional.of(source), facts, problems);
    }

    /** What was only to be known is an error now, with its mend. */
    private static void tell(DataFit.Misfit misfit, List<DataSurvey.Problem> problems) {
        Diagnostic told = misfit.diagnostic();
        problems.removeIf(problem -> problem.diagnostic().key().equals(told.key())
                && problem.diagnostic().arguments().equals(told.arguments()));
        problems.add(new DataSurvey.Problem(told, misfit.mend().map(DataFit.Mend::edit), false));
    }

    private static DataSurvey.Problem plain(Diagnostic diagnostic) {
        return new DataSurvey.Problem(diagnostic, Optional.empty(), true);
    }

    private static long splitSeed(Design design) {
        return Recipe.read(design.training()).value().map(Recipe::splitSeed).orElse(0L);
    }

    private Reading<Dataset> open(DataRecipe recipe) {
        DataRecipe wanted = DataRecipe.named(recipe.type()).withOptions(recipe.options());
        if (!opened.equals(Optional.of(wanted)) || kept.value().isEmpty()) {
            kept = opener.open(wanted, true);
            opened = Optional.of(wanted);
        }
        return kept;
    }

    /** What would be looked at of a design's data; absent where its recipe is bad or names no data. */
    public Optional<DataRecipe> source(Design design, Optional<Analysis> analysis, Optional<Path> file) {
        return design.training().containsKey("dataset")
                ? DataRecipe.of(DataPaths.absolute(design, file).training()).map(read -> source(read, analysis))
                : Optional.empty();
    }

    /** The dataset where nobody has to wait for it: of a kind without files, or the one that was looked at last. */
    public Optional<Reading<Dataset>> atHand(DataRecipe source) {
        boolean isReady = kinds(false).contains(source.type())
                || opened.equals(Optional.of(DataRecipe.named(source.type()).withOptions(source.options())));
        return isReady ? Optional.of(kept(source)) : Optional.empty();
    }

    private Reading<Dataset> kept(DataRecipe source) {
        return kinds(false).contains(source.type()) ? open(source) : kept;
    }

    /** Whether a kind of data lies in files, which may hold anything until every one was looked at. */
    public boolean isFromFiles(DataRecipe source) {
        return !kinds(false).contains(source.type());
    }

    /** The files may be others by now: the next look opens them anew. */
    public void forget() {
        opened = Optional.empty();
        kept = new Reading<>(Optional.empty(), List.of());
    }

    /** What is to be looked at: neither how values are scaled nor how they are altered has a part in that. */
    private DataRecipe source(DataRecipe recipe, Optional<Analysis> analysis) {
        return analysis.map(known -> ImageSize.of(recipe, datasets, known))
                .orElse(recipe)
                .withScaling(Scaling.STANDARD)
                .withAugmentation(Augmentation.NONE);
    }

    /** Hears how far a whole look has come. */
    @FunctionalInterface
    public interface Watch {
        /**
         * May be called by several threads at once, and often.
         *
         * @return whether the look goes on
         */
        boolean reads(int files, int all);
    }

    /**
     * Reads every file of a source; takes as long as the files take, and may go on beside the other looks.
     *
     * @param source see {@link DataSurvey#source}
     * @throws CancellationException where it does not go on
     */
    public DataLook whole(DataRecipe source, Watch watch) {
        return DataLook.at(sparing(source), datasets, (files, all) -> {
            if (!watch.reads(files, all)) {
                throw new CancellationException();
            }
        });
    }

    /** With little memory for decoded images: beside a window there is none to waste. */
    private DataRecipe sparing(DataRecipe source) {
        boolean caches = datasets.find(source.type()).stream()
                .flatMap(kind -> kind.options().stream())
                .anyMatch(option -> option.name().equals(CACHE));
        if (!caches || source.options().get(CACHE) instanceof Value.Whole written && written.value() < LITTLE) {
            return source;
        }
        Map<String, Value> options = new LinkedHashMap<>(source.options());
        options.put(CACHE, Value.of(LITTLE));
        return source.withOptions(options);
    }

    /** What a recipe may say of data, of the same kinds. */
    public DataOptions options() {
        return new DataOptions(datasets);
    }

    /** What a run would not start with, or leaves out; the look goes past it. */
    private static List<Diagnostic> unreadable(DataRecipe recipe, MeasuredValues values) {
        boolean isLeftOut = Value.of("skip").equals(recipe.options().get(DataOption.CORRUPT));
        return values.unreadable().stream()
                .limit(Survey.NAMED)
                .map(problem -> new Diagnostic(
                        isLeftOut ? Diagnostic.Severity.HINT : Diagnostic.Severity.ERROR,
                        "",
                        "training.dataset",
                        problem.key(),
                        problem.arguments()))
                .toList();
    }

    private static DataSurvey.Facts facts(
            Dataset dataset, DataRecipe recipe, Split split, MeasuredValues values, long draw) {
        Optional<DataReport.Values> measured = values.values();
        return new DataSurvey.Facts(
                dataset.shape().display(),
                split.training().size(),
                split.validation().size(),
                DataSurvey.Facts.classes(DataReports.counts(dataset, split)),
                dataset.targets() instanceof Targets.Numbers numbers ? numbers.size() : 0,
                measured.map(DataReport.Values::mean).orElse(List.of()),
                measured.map(DataSurvey.Facts::divisors).orElse(List.of()),
                measured.map(DataReport.Values::samples).orElse(0),
                samples(dataset, recipe, split, draw),
                DataReports.of(recipe, dataset, split, Optional.of(values)));
    }

    /** So many of them, evenly spread. */
    private static List<Integer> spread(List<Integer> samples, int most) {
        if (samples.size() <= most) {
            return samples;
        }
        List<Integer> some = new ArrayList<>();
        for (long index = 0; index < most; index++) {
            some.add(samples.get((int) (index * samples.size() / most)));
        }
        return some;
    }

    private static List<DataSurvey.Sample> samples(Dataset dataset, DataRecipe recipe, Split split, long draw) {
        int[] chosen = chosen(dataset, split, draw);
        try {
            return samples(dataset, recipe, chosen, draw);
        } catch (UnreadableSampleException gone) {
            // Gone since it was chosen; the next look tells.
            return List.of();
        }
    }

    /** Some that can be read. */
    private static int[] chosen(Dataset dataset, Split split, long draw) {
        if (split.training().isEmpty()) {
            return new int[0];
        }
        float[] values = new float[dataset.shape().elements()];
        return new Random(Seeds.derive(draw))
                .ints(SHOWN, 0, split.training().size())
                .distinct()
                .map(index -> split.training().get(index))
                .filter(sample -> isReadable(dataset, sample, values))
                .toArray();
    }

    private static boolean isReadable(Dataset dataset, int sample, float[] values) {
        try {
            dataset.read(sample, values, 0);
            return true;
        } catch (UnreadableSampleException broken) {
            return false;
        }
    }

    private static List<DataSurvey.Sample> samples(Dataset dataset, DataRecipe recipe, int[] chosen, long draw)
            throws UnreadableSampleException {
        int height = dataset.shape().height();
        int width = dataset.shape().width();
        int channels = dataset.shape().channels();
        BatchReader reader = new BatchReader(dataset, height, width, Normalization.none(channels));
        Samples original = reader.read(chosen, 0, chosen.length);
        boolean images = dataset.shape().isImage();
        Samples altered = images ? reader.read(chosen, 0, chosen.length, recipe.augmentation(), draw) : original;
        List<DataSurvey.Sample> samples = new ArrayList<>();
        for (int item = 0; item < chosen.length; item++) {
            int from = item * reader.elements();
            samples.add(new DataSurvey.Sample(
                    label(dataset, chosen[item]),
                    images
                            ? Optional.of(Picture.of(original.values(), from, height, width, channels))
                            : Optional.empty(),
                    images
                            ? Optional.of(Picture.of(altered.values(), from, height, width, channels))
                            : Optional.empty()));
        }
        return samples;
    }

    private static String label(Dataset dataset, int sample) {
        if (dataset.targets() instanceof Targets.Classes classes) {
            return classes.names().get(dataset.label(sample));
        }
        float[] numbers = new float[dataset.targets().size()];
        dataset.target(sample, numbers, 0);
        List<String> shown = new ArrayList<>();
        for (float number : Arrays.copyOf(numbers, Math.min(3, numbers.length))) {
            shown.add(String.format(Locale.ROOT, "%.3g", number));
        }
        return String.join(", ", shown);
    }
}
