package convas.analysis.expression;

import convas.analysis.expression.Datum.Truth;
import convas.analysis.expression.Datum.Words;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Evaluates expressions; remembers how each was read. Safe for several threads. */
public final class Formulas {
    private static final int REMEMBERED = 20_000;

    private final Grammar grammar = new Grammar();
    private final Map<String, Term> read = new ConcurrentHashMap<>();

    /**
     * The value of {@code source}, an expression without its leading {@code =}.
     *
     * @throws FormulaException where it has none: it cannot be read, uses a name that does not exist, divides by zero,
     *     mixes numbers with text, or leaves the range of numbers
     */
    public Datum evaluate(String source, Names names) throws FormulaException {
        Term term = read.get(source);
        if (term == null) {
            term = grammar.read(source);
            if (read.size() >= REMEMBERED) {
                read.clear();
            }
            read.put(source, term);
        }
        return value(term, names);
    }

    /** Whether a condition holds. */
    public boolean holds(String source, Names names) throws FormulaException {
        return truth("=" + source, evaluate(source, names));
    }

    private static Datum value(Term term, Names names) throws FormulaException {
        if (term instanceof Term.Constant constant) {
            return constant.value();
        } else if (term instanceof Term.Name name) {
            return names.get(name.name());
        }
        Term.Call call = (Term.Call) term;
        List<Term> operands = call.operands();
        String operation = call.operation();
        return switch (operation) {
            case "if" ->
                value(truth(operation, value(operands.get(0), names)) ? operands.get(1) : operands.get(2), names);
            case "&&" ->
                new Truth(truth(operation, value(operands.get(0), names))
                        && truth(operation, value(operands.get(1), names)));
            case "||" ->
                new Truth(truth(operation, value(operands.get(0), names))
                        || truth(operation, value(operands.get(1), names)));
            case "prefix!" -> new Truth(!truth("!", value(operands.get(0), names)));
            case "==" -> new Truth(same(operation, value(operands.get(0), names), value(operands.get(1), names)));
            case "!=" -> new Truth(!same(operation, value(operands.get(0), names), value(operands.get(1), names)));
            case "min", "max" -> extreme(operation, operands, names);
            default ->
                operands.size() == 1
                        ? unary(operation, number(operation, value(operands.get(0), names)))
                        : binary(
                                operation,
                                number(operation, value(operands.get(0), names)),
                                number(operation, value(operands.get(1), names)));
        };
    }

    private static Datum unary(String operation, Quantity operand) throws FormulaException {
        return switch (operation) {
            case "prefix+" -> operand;
            case "prefix-" -> operand.negated();
            case "ceil" -> operand.ceil();
            case "floor" -> operand.floor();
            case "round" -> operand.round();
            case "abs" -> operand.absolute();
            case "sqrt" -> operand.root();
            case "log2" -> operand.log2();
            default -> throw new IllegalStateException(operation);
        };
    }

    private static Datum binary(String operation, Quantity left, Quantity right) throws FormulaException {
        return switch (operation) {
            case "+" -> left.plus(right);
            case "-" -> left.minus(right);
            case "*" -> left.times(right);
            case "/" -> left.over(right);
            case "%" -> left.modulo(right);
            case "^" -> left.power(right);
            case "<" -> new Truth(left.compareTo(right) < 0);
            case "<=" -> new Truth(left.compareTo(right) <= 0);
            case ">" -> new Truth(left.compareTo(right) > 0);
            case ">=" -> new Truth(left.compareTo(right) >= 0);
            case "divisible" -> left.divisible(right);
            default -> throw new IllegalStateException(operation);
        };
    }

    private static Datum extreme(String operation, List<Term> operands, Names names) throws FormulaException {
        Quantity best = number(operation, value(operands.get(0), names));
        for (Term operand : operands.subList(1, operands.size())) {
            Quantity next = number(operation, value(operand, names));
            int order = next.compareTo(best);
            if (operation.equals("min") ? order < 0 : order > 0) {
                best = next;
            }
        }
        return best;
    }

    private static boolean same(String operation, Datum left, Datum right) throws FormulaException {
        if (left instanceof Quantity one && right instanceof Quantity other) {
            return one.compareTo(other) == 0;
        } else if (left instanceof Words one && right instanceof Words other) {
            return one.equals(other);
        } else if (left instanceof Truth one && right instanceof Truth other) {
            return one.equals(other);
        }
        throw new FormulaException("sameKind", operation, left.display(), right.display());
    }

    private static boolean truth(String operation, Datum value) throws FormulaException {
        if (value instanceof Truth truth) {
            return truth.value();
        }
        throw new FormulaException("needsCondition", operation, value.display());
    }

    private static Quantity number(String operation, Datum value) throws FormulaException {
        if (value instanceof Quantity quantity) {
            return quantity;
        }
        throw new FormulaException("needsNumber", operation.replace("prefix", ""), value.display());
    }
}
