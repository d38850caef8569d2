package convas.dataset.array;

import convas.dataset.DataProblem;
import convas.dataset.DatasetException;
import convas.dataset.DatasetOptions;
import convas.tensor.NumpyHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds out which arrays of a file are inputs and targets: those that the recipe names, else those with usual names, else
 * those whose shapes leave one reading alone.
 */
final class ArrayChoice {
    private final Path file;
    private final List<NumpyHead> heads;
    private final DatasetOptions options;
    private final Set<NumpyHead> taken = new HashSet<>();
    private boolean byShape;

    private ArrayChoice(Path file, List<NumpyHead> heads, DatasetOptions options) {
        this.file = file;
        this.heads = heads;
        this.options = options;
    }

    /** @throws DatasetException where an array is not there, or more than one reading is possible */
    static ChosenArrays of(Path file, List<NumpyHead> heads, DatasetOptions options) throws DatasetException {
        return new ArrayChoice(file, heads, options).chosen();
    }

    private ChosenArrays chosen() throws DatasetException {
        boolean isChosen = takeGiven();
        Map<ArrayPart, ChosenArrays.Pair> pairs = new EnumMap<>(ArrayPart.class);
        for (ArrayPart part : ArrayPart.values()) {
            // Whoever chooses the arrays to train with gets no others to validate with than those chosen.
            boolean isWanted = part == ArrayPart.TRAINING || isGiven(part) || !isChosen && !hasSeveralToTrain(pairs);
            Optional<ChosenArrays.Pair> pair = isWanted ? pair(part) : Optional.empty();
            if (pair.isEmpty() && (part == ArrayPart.TRAINING || isGiven(part))) {
                throw undecided(part);
            }
            pair.ifPresent(found -> {
                pairs.put(part, found);
                taken.add(found.inputs());
                taken.add(found.targets());
            });
        }
        ChosenArrays.Found found =
                isChosen ? ChosenArrays.Found.CHOSEN : byShape ? ChosenArrays.Found.SHAPES : ChosenArrays.Found.NAMES;
        Set<NumpyHead> used = pairs.values().stream()
                .flatMap(pair -> List.of(pair.inputs(), pair.targets()).stream())
                .collect(Collectors.toSet());
        return new ChosenArrays(
                pairs,
                found,
                heads.stream().filter(head -> !used.contains(head)).toList());
    }

    /** Whether any is named; each has to be there. */
    private boolean takeGiven() throws DatasetException {
        List<DataProblem> problems = new ArrayList<>();
        for (ArrayPart part : ArrayPart.values()) {
            for (String option : List.of(part.inputs(), part.targets())) {
                Optional<String> name = options.name(option);
                if (name.isPresent() && head(name.get()).isEmpty()) {
                    problems.add(DataProblem.of(option, "dataset.npz.missing", file, name.get(), list(heads)));
                }
                name.flatMap(this::head).ifPresent(taken::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new DatasetException(problems, null);
        }
        return !taken.isEmpty();
    }

    private boolean isGiven(ArrayPart part) {
        return options.name(part.inputs()).isPresent()
                || options.name(part.targets()).isPresent();
    }

    /** With x and y beside arrays called those for training it is not known what the others are for. */
    private boolean hasSeveralToTrain(Map<ArrayPart, ChosenArrays.Pair> pairs) {
        return ArrayName.of(pairs.get(ArrayPart.TRAINING).inputs().name())
                        .part()
                        .isEmpty()
                && heads.stream().anyMatch(head -> isFor(Optional.of(ArrayPart.TRAINING), head));
    }

    private Optional<ChosenArrays.Pair> pair(ArrayPart part) {
        Optional<NumpyHead> inputs = options.name(part.inputs()).flatMap(this::head);
        Optional<NumpyHead> targets = options.name(part.targets()).flatMap(this::head);
        if (inputs.isPresent() && targets.isPresent()) {
            return Optional.of(new ChosenArrays.Pair(inputs.get(), targets.get()));
        }
        if (part == ArrayPart.TRAINING && inputs.isEmpty() && targets.isEmpty()) {
            Optional<NumpyHead> x = head("x");
            Optional<NumpyHead> y = head("y");
            if (x.isPresent() && y.isPresent()) {
                return Optional.of(new ChosenArrays.Pair(x.get(), y.get()));
            }
        }
        List<NumpyHead> scope = scope(part, inputs.or(() -> targets));
        return matching(
                inputs.map(List::of).orElseGet(() -> pool(scope, ArrayName.Role.INPUTS)),
                targets.map(List::of).orElseGet(() -> pool(scope, ArrayName.Role.TARGETS)));
    }

    /** Arrays for the same part as the one that is named; else those called so, or to train with those called nothing. */
    private List<NumpyHead> scope(ArrayPart part, Optional<NumpyHead> given) {
        List<NumpyHead> free =
                heads.stream().filter(head -> !taken.contains(head)).toList();
        if (given.isPresent()) {
            Optional<ArrayPart> same = ArrayName.of(given.get().name()).part();
            return free.stream().filter(head -> isFor(same, head)).toList();
        }
        List<NumpyHead> called =
                free.stream().filter(head -> isFor(Optional.of(part), head)).toList();
        return called.isEmpty() && part == ArrayPart.TRAINING
                ? free.stream().filter(head -> isFor(Optional.empty(), head)).toList()
                : called;
    }

    private static boolean isFor(Optional<ArrayPart> part, NumpyHead head) {
        return ArrayName.of(head.name()).part().equals(part);
    }

    /** Those whose names say so; else those of numbers whose names say nothing; else one of no numbers, to tell of it. */
    private static List<NumpyHead> pool(List<NumpyHead> scope, ArrayName.Role role) {
        List<NumpyHead> named = scope.stream()
                .filter(head -> ArrayName.of(head.name()).role().equals(Optional.of(role)))
                .toList();
        Predicate<NumpyHead> isUnnamed =
                head -> ArrayName.of(head.name()).role().isEmpty() && head.isNumeric();
        List<NumpyHead> numeric = named.stream().filter(NumpyHead::isNumeric).toList();
        List<NumpyHead> unnamed = scope.stream().filter(isUnnamed).toList();
        return !numeric.isEmpty() ? numeric : unnamed.isEmpty() || named.size() == 1 ? named : unnamed;
    }

    private Optional<ChosenArrays.Pair> matching(List<NumpyHead> inputs, List<NumpyHead> targets) {
        List<ChosenArrays.Pair> pairs = new ArrayList<>();
        for (NumpyHead x : inputs) {
            for (NumpyHead y : targets) {
                if (!x.equals(y) && canBeInputs(x) && canBeTargets(y) && x.length() == y.length()) {
                    pairs.add(new ChosenArrays.Pair(x, y));
                }
            }
        }
        if (pairs.isEmpty() && inputs.size() == 1 && targets.size() == 1 && !inputs.equals(targets)) {
            // What does not fit together is told of these two.
            pairs.add(new ChosenArrays.Pair(inputs.get(0), targets.get(0)));
        }
        if (pairs.size() != 1) {
            return Optional.empty();
        }
        ChosenArrays.Pair pair = pairs.get(0);
        byShape |= !says(pair.inputs(), ArrayName.Role.INPUTS) || !says(pair.targets(), ArrayName.Role.TARGETS);
        return Optional.of(pair);
    }

    private static boolean says(NumpyHead head, ArrayName.Role role) {
        return ArrayName.of(head.name()).role().equals(Optional.of(role));
    }

    /** A single number a sample is taken for something to learn, unless its name says else. */
    private static boolean canBeInputs(NumpyHead head) {
        int rank = head.shape().rank();
        boolean isColumn = rank == 2 && head.shape().size(1) == 1;
        return rank >= 2 && rank <= 4 && (!isColumn || says(head, ArrayName.Role.INPUTS));
    }

    private static boolean canBeTargets(NumpyHead head) {
        return head.shape().rank() == 1 || head.shape().rank() == 2;
    }

    private Optional<NumpyHead> head(String name) {
        return heads.stream().filter(head -> head.name().equals(name)).findFirst();
    }

    private DatasetException undecided(ArrayPart part) {
        return DatasetException.of(
                part.inputs(), "dataset.npz.choose", file, part.inputs(), part.targets(), list(heads));
    }

    /** For people. */
    static String list(List<NumpyHead> heads) {
        return heads.stream()
                .map(head -> "\"" + head.name() + "\" " + head.display())
                .collect(Collectors.joining(", "));
    }
}
