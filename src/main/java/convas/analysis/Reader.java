package convas.analysis;

import convas.analysis.expression.CloseMatches;
import convas.analysis.expression.Datum;
import convas.analysis.expression.FormulaException;
import convas.analysis.expression.Formulas;
import convas.analysis.expression.Names;
import convas.graph.Diagnostic;
import convas.graph.Requirement;
import convas.graph.Value;
import convas.operator.Arguments;
import convas.operator.NodeType;
import convas.operator.Parameter;
import convas.operator.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what stands in a design into values: expressions are evaluated, parameters typed and checked. */
final class Reader {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]+)}");

    private final Formulas formulas;
    private final Names names;
    private final List<Diagnostic> problems;

    /** @param problems where everything wrong is added, relative to the graph that is read */
    Reader(Formulas formulas, Names names, List<Diagnostic> problems) {
        this.formulas = formulas;
        this.names = names;
        this.problems = problems;
    }

    /**
     * A node's parameters, typed.
     *
     * @param complete whether none is wrong, unknown or missing
     */
    record Reading(Arguments values, boolean complete) {}

    /** The value with its expressions evaluated; nothing, and the reason reported, where that fails. */
    Optional<Value> evaluate(Value value, String path, String parameter) {
        if (value instanceof Value.Expression expression) {
            return datum(expression.source(), path, parameter).flatMap(datum -> {
                try {
                    return Optional.of(datum.toValue());
                } catch (FormulaException wrong) {
                    return report(wrong, expression.source(), path, parameter);
                }
            });
        } else if (value instanceof Value.Sequence sequence) {
            List<Value> elements = new ArrayList<>();
            for (Value element : sequence.values()) {
                evaluate(element, path, parameter).ifPresent(elements::add);
            }
            return elements.size() == sequence.values().size()
                    ? Optional.of(new Value.Sequence(elements))
                    : Optional.empty();
        }
        return Optional.of(value);
    }

    private Optional<Datum> datum(String source, String path, String parameter) {
        try {
            return Optional.of(formulas.evaluate(source, names));
        } catch (FormulaException wrong) {
            return report(wrong, source, path, parameter);
        }
    }

    private <T> Optional<T> report(FormulaException wrong, String source, String path, String parameter) {
        if (!wrong.isLost()) {
            List<String> arguments = new ArrayList<>(List.of("=" + source));
            arguments.addAll(wrong.arguments());
            problems.add(new Diagnostic(Diagnostic.Severity.ERROR, path, parameter, wrong.key(), arguments));
        }
        return Optional.empty();
    }

    /** A condition such as {@code when}. */
    Optional<Boolean> condition(Value value, String path, String parameter) {
        Optional<Value> evaluated = evaluate(value, path, parameter);
        if (evaluated.isPresent() && !(evaluated.get() instanceof Value.Bool)) {
            problems.add(Diagnostic.error(
                    path, parameter, "analysis.condition", evaluated.get().display()));
            return Optional.empty();
        }
        return evaluated.map(truth -> ((Value.Bool) truth).value());
    }

    /** A node's parameters as far as they have right values. */
    Reading arguments(NodeType type, Map<String, Value> written, String path) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean right = true;
        for (Parameter<?> parameter : type.parameters()) {
            Value value = written.get(parameter.name());
            if (value != null) {
                Optional<?> read =
                        evaluate(value, path, parameter.name()).flatMap(found -> read(parameter, found, path));
                right &= read.isPresent();
                read.ifPresent(found -> values.put(parameter.name(), found));
            } else if (parameter.fallback().isPresent()) {
                values.put(parameter.name(), parameter.fallback().get());
            } else if (parameter.isRequired()) {
                right = false;
                problems.add(Diagnostic.error(path, parameter.name(), "analysis.parameter.missing", type.type()));
            }
        }
        for (String name : written.keySet()) {
            if (type.parameters().stream()
                    .noneMatch(parameter -> parameter.name().equals(name))) {
                right = false;
                List<String> known =
                        type.parameters().stream().map(Parameter::name).toList();
                problems.add(
                        known.isEmpty()
                                ? Diagnostic.error(path, name, "analysis.parameter.none", type.type())
                                : Diagnostic.error(
                                        path,
                                        name,
                                        "analysis.parameter.unknown",
                                        type.type(),
                                        CloseMatches.of(name, known)));
            }
        }
        return new Reading(new Arguments(values), right);
    }

    private static boolean declares(NodeType type, String name) {
        for (Parameter<?> parameter : type.parameters()) {
            if (parameter.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private Optional<?> read(Parameter<?> parameter, Value value, String path) {
        List<Problem> found = new ArrayList<>();
        Optional<?> read = parameter.read(value, found);
        found.forEach(problem -> problems.add(problem.at(path)));
        return read;
    }

    /** Adds {@code let} values to the names, each with the ones before it. */
    void let(Map<String, Value> values) {
        values.forEach((name, value) -> {
            Optional<Datum> datum = value instanceof Value.Expression expression
                    ? datum(expression.source(), "", name)
                    : evaluate(value, "", name).flatMap(Datum::of);
            datum.ifPresentOrElse(found -> names.put(name, found), () -> names.lose(name));
        });
    }

    /** Whether all requirements hold; those that do not are reported in their own words. */
    boolean require(List<Requirement> requirements) {
        boolean hold = true;
        for (Requirement requirement : requirements) {
            Optional<Boolean> holds = condition(requirement.that(), "", "requires");
            hold &= holds.orElse(false);
            if (holds.isPresent() && !holds.get()) {
                Map<String, String> texts = requirement.otherwise().byLanguage();
                String english = texts.getOrDefault(
                        "en", texts.values().stream().findFirst().orElse(""));
                String chinese = texts.getOrDefault("zh", english);
                problems.add(Diagnostic.error("", "", "analysis.requires", filled(english), filled(chinese)));
            }
        }
        return hold;
    }

    private String filled(String message) {
        return BRACES.matcher(message).replaceAll(match -> {
            try {
                return Matcher.quoteReplacement(
                        formulas.evaluate(match.group(1), names).display());
            } catch (FormulaException notAName) {
                return Matcher.quoteReplacement(match.group());
            }
        });
    }
}
