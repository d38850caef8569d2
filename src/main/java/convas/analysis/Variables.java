package convas.analysis;

import convas.analysis.expression.Datum;
import convas.analysis.expression.Names;
import convas.graph.Diagnostic;
import convas.graph.Value;
import convas.graph.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A design's variables, checked against the ranges and choices that they declare. */
final class Variables {
    private final List<Diagnostic> problems;

    Variables(List<Diagnostic> problems) {
        this.problems = problems;
    }

    /** Names each variable; one that is out of range is reported and used all the same, so that shapes stay shown. */
    void into(Names names, Map<String, Variable> variables) {
        variables.forEach((name, variable) -> {
            Optional<Datum> datum = Datum.of(variable.value()).filter(known -> !(known instanceof Datum.Opaque));
            if (datum.isEmpty()) {
                complain(name, "analysis.variable.kind", variable.value().display());
                names.lose(name);
                return;
            }
            names.put(name, datum.get());
            check(name, variable);
        });
    }

    private void check(String name, Variable variable) {
        Value value = variable.value();
        Optional<Double> number = value instanceof Value.Whole whole
                ? Optional.of((double) whole.value())
                : value instanceof Value.Real real ? Optional.of(real.value()) : Optional.empty();
        boolean ranged = variable.min().isPresent() || variable.max().isPresent();
        if (ranged && number.isEmpty()) {
            complain(name, "analysis.variable.number", value.display());
        } else if (number.isPresent()
                && (number.get() < variable.min().orElse(Double.NEGATIVE_INFINITY)
                        || number.get() > variable.max().orElse(Double.POSITIVE_INFINITY))) {
            complain(
                    name,
                    "analysis.variable.range",
                    value.display(),
                    variable.min().map(Variables::plain).orElse("-∞"),
                    variable.max().map(Variables::plain).orElse("∞"));
        }
        if (!variable.choices().isEmpty() && variable.choices().stream().noneMatch(choice -> same(choice, value))) {
            complain(
                    name,
                    "analysis.variable.choice",
                    value.display(),
                    variable.choices().stream().map(Value::display).collect(Collectors.joining(", ")));
        }
    }

    /** {@code 1} and {@code 1.0} are the same choice. */
    private static boolean same(Value choice, Value value) {
        return choice.equals(value) || Datum.of(choice).equals(Datum.of(value));
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    private void complain(String name, String key, Object... arguments) {
        problems.add(Diagnostic.error("variables", name, key, arguments));
    }
}
