package convas.training.data;

import convas.dataset.DataProblem;
import convas.dataset.Dataset;
import convas.dataset.DatasetException;
import convas.dataset.DatasetKind;
import convas.dataset.DatasetOption;
import convas.dataset.DatasetOptions;
import convas.dataset.Datasets;
import convas.dataset.ReadingProgress;
import convas.graph.Diagnostic;
import convas.graph.Value;
import convas.graph.json.Reading;
import convas.training.recipe.DataRecipe;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens the dataset that a recipe asks for, and tells everything that is wrong with what it asks for. */
public final class DatasetOpener {
    /** Where a recipe names its dataset. */
    private static final String PLACE = "training.dataset";

    private static final int MOST = 1_000_000;

    private final Datasets datasets;

    public DatasetOpener(Datasets datasets) {
        this.datasets = datasets;
    }

    public Datasets datasets() {
        return datasets;
    }

    /**
     * The dataset; absent where a diagnostic is an error.
     *
     * @param glance see {@link DatasetKind#open}
     */
    public Reading<Dataset> open(DataRecipe recipe, boolean glance) {
        return opened(recipe, (kind, options) -> kind.open(options, glance));
    }

    /** The dataset as a whole, and how far its files are read told to a listener; absent where a diagnostic is an error. */
    public Reading<Dataset> open(DataRecipe recipe, ReadingProgress progress) {
        return opened(recipe, (kind, options) -> kind.open(options, progress));
    }

    /** What is wrong with the options that a recipe writes, none of its files looked at. */
    List<Diagnostic> mistakes(DataRecipe recipe) {
        List<Diagnostic> problems = new ArrayList<>();
        datasets.find(recipe.type()).ifPresent(kind -> options(kind, recipe.options(), problems));
        return problems;
    }

    /** How a kind is opened. */
    @FunctionalInterface
    private interface Opening {
        Dataset of(DatasetKind kind, DatasetOptions options) throws DatasetException;
    }

    private Reading<Dataset> opened(DataRecipe recipe, Opening opening) {
        Optional<DatasetKind> kind = datasets.find(recipe.type());
        if (kind.isEmpty()) {
            String names = String.join(", ", datasets.names());
            return refused(List.of(Diagnostic.error("", PLACE, "dataset.unknown", recipe.type(), names)));
        }
        List<Diagnostic> problems = new ArrayList<>();
        DatasetOptions options = options(kind.get(), recipe.options(), problems);
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        try {
            Dataset dataset = opening.of(kind.get(), options);
            return new Reading<>(
                    Optional.of(dataset),
                    dataset.notes().stream()
                            .map(note -> diagnostic(Diagnostic.Severity.HINT, note))
                            .toList());
        } catch (DatasetException bad) {
            return refused(bad.problems().stream()
                    .map(problem -> diagnostic(Diagnostic.Severity.ERROR, problem))
                    .toList());
        }
    }

    private static Reading<Dataset> refused(List<Diagnostic> problems) {
        return new Reading<>(Optional.empty(), problems);
    }

    private static Diagnostic diagnostic(Diagnostic.Severity severity, DataProblem problem) {
        String parameter = problem.option().isEmpty() ? PLACE : PLACE + "." + problem.option();
        return new Diagnostic(severity, "", parameter, problem.key(), problem.arguments());
    }

    private static DatasetOptions options(DatasetKind kind, Map<String, Value> written, List<Diagnostic> problems) {
        Set<String> left = new HashSet<>(written.keySet());
        Map<String, Object> values = new HashMap<>();
        for (DatasetOption option : kind.options()) {
            left.remove(option.name());
            Value value = written.get(option.name());
            String place = PLACE + "." + option.name();
            if (value != null) {
                Optional<Object> read = read(option, value);
                read.ifPresent(taken -> values.put(option.name(), taken));
                if (read.isEmpty()) {
                    problems.add(wrong(option, place, value));
                }
            } else if (option.standard().isPresent()) {
                values.put(option.name(), option.standard().get());
            } else {
                problems.add(Diagnostic.error("", place, "dataset.option.missing", kind.name(), option.name()));
            }
        }
        left.stream()
                .sorted()
                .forEach(name -> problems.add(Diagnostic.error(
                        "",
                        PLACE + "." + name,
                        "dataset.option.unknown",
                        kind.name(),
                        name,
                        kind.options().stream().map(DatasetOption::name).toList())));
        return new DatasetOptions(values);
    }

    private static Diagnostic wrong(DatasetOption option, String place, Value value) {
        return switch (option.type()) {
            case PATH -> Diagnostic.error("", place, "dataset.option.path", value.display());
            case SIZE ->
                Diagnostic.error(
                        "",
                        place,
                        sides(value).isPresent() ? "dataset.option.size.large" : "dataset.option.size",
                        value.display());
            case COUNT -> Diagnostic.error("", place, "training.whole-range", 1, MOST, value.display());
            case NAME -> Diagnostic.error("", place, "dataset.option.name", value.display());
            case CHOICE ->
                Diagnostic.error("", place, "training.choice", String.join(", ", option.choices()), value.display());
        };
    }

    private static Optional<Object> read(DatasetOption option, Value value) {
        return switch (option.type()) {
            case PATH -> value instanceof Value.Text text ? path(text.value()) : Optional.empty();
            case SIZE -> size(value);
            case COUNT -> count(value).map(Object.class::cast);
            case NAME -> name(value);
            case CHOICE ->
                value instanceof Value.Text text && option.choices().contains(text.value())
                        ? Optional.of(text.value())
                        : Optional.empty();
        };
    }

    /** A name that is a number, as the arrays of a list are called, may be written as one. */
    private static Optional<Object> name(Value value) {
        return value instanceof Value.Text text
                ? Optional.of(text.value())
                : Optional.of(value).filter(Value.Whole.class::isInstance).map(Value::display);
    }

    private static Optional<Object> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException bad) {
            return Optional.empty();
        }
    }

    private static Optional<Object> size(Value value) {
        Optional<List<Integer>> sides = sides(value);
        return sides.filter(size -> ImageSize.fits(size.get(0), size.get(1))).map(Object.class::cast);
    }

    private static Optional<List<Integer>> sides(Value value) {
        if (value instanceof Value.Sequence sequence) {
            List<Integer> sides = sequence.values().stream()
                    .flatMap(side -> count(side).stream())
                    .toList();
            return sides.size() == 2 && sequence.values().size() == 2 ? Optional.of(sides) : Optional.empty();
        }
        return count(value).map(side -> List.of(side, side));
    }

    private static Optional<Integer> count(Value value) {
        return value instanceof Value.Whole whole && whole.value() > 0 && whole.value() <= MOST
                ? Optional.of((int) whole.value())
                : Optional.empty();
    }
}
