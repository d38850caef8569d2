package convas.analysis;

import convas.graph.Diagnostic;
import convas.operator.Cost;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Costs added up. */
final class Sums {
    private Sums() {}

    /** The sum, or nothing where a part is unknown, or where it is too large, which is reported. */
    static Optional<Cost> of(Stream<Optional<Cost>> costs, List<Diagnostic> problems) {
        try {
            Cost sum = Cost.ZERO;
            for (Optional<Cost> cost : (Iterable<Optional<Cost>>) costs::iterator) {
                if (cost.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.plus(cost.get());
            }
            return Optional.of(sum);
        } catch (ArithmeticException overflow) {
            problems.add(Diagnostic.error("", "", "analysis.sumTooLarge"));
            return Optional.empty();
        }
    }
}
