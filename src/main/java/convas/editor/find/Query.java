package convas.editor.find;

import convas.analysis.NodeReport;
import convas.operator.Cost;
import convas.operator.Pair;
import convas.operator.TensorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conditions on nodes, all of which must hold, with spaces between them:
 *
 * <ul>
 *   <li>{@code type:conv}, {@code id:stem}, {@code path:stage2}: the word is part of it; {@code *} stands for anything, and
 *       then the whole must fit;
 *   <li>{@code params}, {@code macs}, {@code flops}, {@code bytes} (of its outputs), {@code channels}, {@code height},
 *       {@code width} (of its first output), or the name of a parameter, compared by {@code < <= = != >= >} with a number,
 *       which may end in {@code k}, {@code M}, {@code G}, {@code KiB}, {@code MiB}, {@code GiB};
 *   <li>a parameter compared by {@code =} or {@code !=} with a word.
 * </ul>
 *
 * <p>What is unknown of a node fits no condition.
 */
public final class Query {
    private static final Pattern TERM = Pattern.compile("([A-Za-z_.]+)(<=|>=|!=|<|>|=|:)(\\S+)");
    private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)(k|m|g|kib|mib|gib)?");
    private static final Map<String, Double> UNITS =
            Map.of("k", 1e3, "m", 1e6, "g", 1e9, "kib", 1024.0, "mib", 1048576.0, "gib", 1073741824.0);

    private record Term(String key, String operator, String value) {}

    private final List<Term> terms;

    private Query(List<Term> terms) {
        this.terms = List.copyOf(terms);
    }

    /** The query that was typed; empty where the words are no query, or not yet. */
    public static Optional<Query> parse(String typed) {
        List<Term> terms = new ArrayList<>();
        for (String word : typed.strip().split("\\s+")) {
            Matcher matcher = TERM.matcher(word);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            terms.add(new Term(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2), matcher.group(3)));
        }
        return Optional.of(new Query(terms));
    }

    /** Whether every condition holds. */
    public boolean fits(Findable node) {
        return terms.stream().allMatch(term -> fits(term, node));
    }

    private static boolean fits(Term term, Findable node) {
        if (term.operator().equals(":")) {
            return textOf(term.key(), node)
                    .filter(text -> hasWord(text, term.value()))
                    .isPresent();
        }
        OptionalDouble wanted = number(term.value());
        OptionalDouble found = numberOf(term.key(), node);
        if (wanted.isPresent() && found.isPresent()) {
            return compare(found.getAsDouble(), term.operator(), wanted.getAsDouble());
        }
        Optional<String> text = textOf(term.key(), node);
        if (text.isEmpty()) {
            return false;
        }
        boolean same = text.get().equalsIgnoreCase(term.value());
        return term.operator().equals("=") && same || term.operator().equals("!=") && !same;
    }

    private static boolean compare(double found, String operator, double wanted) {
        return switch (operator) {
            case "<" -> found < wanted;
            case "<=" -> found <= wanted;
            case ">" -> found > wanted;
            case ">=" -> found >= wanted;
            case "!=" -> found != wanted;
            default -> found == wanted;
        };
    }

    private static boolean hasWord(String text, String word) {
        String searched = text.toLowerCase(Locale.ROOT);
        String wanted = word.toLowerCase(Locale.ROOT);
        if (!wanted.contains("*")) {
            return searched.contains(wanted);
        }
        StringBuilder pattern = new StringBuilder();
        for (String part : wanted.split("\\*", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(part.isEmpty() ? "(?:)" : Pattern.quote(part));
        }
        return searched.matches(pattern.toString());
    }

    private static Optional<String> textOf(String key, Findable node) {
        return switch (key) {
            case "id" -> Optional.of(node.id());
            case "type" -> Optional.of(node.type());
            case "path" -> Optional.of(node.path());
            default -> node.value(key).map(String::valueOf);
        };
    }

    private static OptionalDouble numberOf(String key, Findable node) {
        Optional<Cost> cost = node.report().flatMap(NodeReport::cost);
        Optional<TensorShape> output = node.report().stream()
                .flatMap(report -> report.outputs().stream().limit(1))
                .flatMap(Optional::stream)
                .findFirst();
        return switch (key) {
            case "params" -> number(cost.map(Cost::params));
            case "macs" -> number(cost.map(Cost::macs));
            case "flops" -> number(cost.map(Cost::flops));
            case "bytes" -> number(cost.map(Cost::activationBytes));
            case "channels" -> number(output.filter(shape -> shape.rank() == 3).map(TensorShape::channels));
            case "height" -> number(output.filter(shape -> shape.rank() == 3).map(TensorShape::height));
            case "width" -> number(output.filter(shape -> shape.rank() == 3).map(TensorShape::width));
            default -> node.value(key).map(Query::number).orElse(OptionalDouble.empty());
        };
    }

    private static OptionalDouble number(Optional<Long> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private static OptionalDouble number(Object value) {
        if (value instanceof Pair pair && pair.height() == pair.width()) {
            return OptionalDouble.of(pair.height());
        }
        return value instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }

    private static OptionalDouble number(String text) {
        Matcher matcher = NUMBER.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        double unit = matcher.group(2) == null ? 1 : UNITS.get(matcher.group(2));
        return OptionalDouble.of(Double.parseDouble(matcher.group(1)) * unit);
    }
}
