package convas.dataset.array;

import convas.dataset.DataProblem;
import convas.tensor.NumpyHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether arrays can be inputs and targets and go together, by what they say of themselves. */
final class ArrayChecks {
    private final Path file;
    private final ChosenArrays.Pair training;
    private final List<DataProblem> problems = new ArrayList<>();

    private ArrayChecks(Path file, ChosenArrays chosen) {
        this.file = file;
        this.training = chosen.pairs().get(ArrayPart.TRAINING);
    }

    /** Everything that is wrong. */
    static List<DataProblem> problems(Path file, ChosenArrays chosen) {
        ArrayChecks checks = new ArrayChecks(file, chosen);
        chosen.pairs().forEach(checks::check);
        double elements = chosen.pairs().values().stream()
                .mapToDouble(pair -> elements(pair.inputs()))
                .sum();
        if (elements > Integer.MAX_VALUE) {
            String names = chosen.pairs().values().stream()
                    .map(pair -> "\"" + pair.inputs().name() + "\"")
                    .collect(Collectors.joining(", "));
            checks.add(ArrayPart.TRAINING.inputs(), "large", names, (long) elements, Integer.MAX_VALUE);
        }
        return checks.problems;
    }

    private void add(String option, String key, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(file));
        all.addAll(List.of(arguments));
        problems.add(DataProblem.of(option, "dataset.npz." + key, all.toArray()));
    }

    private void check(ArrayPart part, ChosenArrays.Pair pair) {
        NumpyHead inputs = pair.inputs();
        NumpyHead targets = pair.targets();
        if (!isInputs(inputs)) {
            add(part.inputs(), inputs.isNumeric() ? "inputs" : "type", inputs.name(), inputs.display());
        } else if (isInputs(training.inputs()) && !sample(inputs).equals(sample(training.inputs()))) {
            add(
                    part.inputs(),
                    "parts",
                    inputs.name(),
                    inputs.display(),
                    training.inputs().name(),
                    training.inputs().display());
        } else if (isBytes(inputs) != isBytes(training.inputs())) {
            // Bytes are brightness up to 255, other numbers are taken as they are.
            add(
                    part.inputs(),
                    "bytes",
                    inputs.name(),
                    inputs.display(),
                    training.inputs().name(),
                    training.inputs().display());
        }
        if (!isTargets(targets)) {
            add(part.targets(), targets.isNumeric() ? "targets" : "type", targets.name(), targets.display());
        } else if (isTargets(training.targets()) && !sample(targets).equals(sample(training.targets()))) {
            add(
                    part.targets(),
                    "parts",
                    targets.name(),
                    targets.display(),
                    training.targets().name(),
                    training.targets().display());
        } else if (inputs.length() != targets.length()) {
            add(part.targets(), "counts", inputs.name(), inputs.length(), targets.name(), targets.length());
        }
    }

    private static boolean isInputs(NumpyHead head) {
        int rank = head.shape().rank();
        return head.isNumeric() && rank >= 2 && rank <= 4 && elements(head) > 0;
    }

    private static boolean isTargets(NumpyHead head) {
        int rank = head.shape().rank();
        return head.isNumeric() && (rank == 1 || rank == 2) && elements(head) > 0;
    }

    /** Of a shape that no memory holds too. */
    private static double elements(NumpyHead head) {
        return head.shape().sizes().stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b);
    }

    private static boolean isBytes(NumpyHead head) {
        return head.type().equals("uint8");
    }

    /** Sizes of one sample; a column is one number, as a list is. */
    private static List<Long> sample(NumpyHead head) {
        List<Long> sizes = head.shape().sizes().subList(1, head.shape().rank());
        return sizes.isEmpty() ? List.of(1L) : sizes;
    }
}
