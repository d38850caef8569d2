package convas.analysis.expression;

import java.util.List;

/** A read expression. */
sealed interface Term {
    record Constant(Datum value) implements Term {}

    /** A name, dots included: {@code ratio}, {@code in.channels}. */
    record Name(String name) implements Term {}

    /** An operator or function, checked to exist and to have as many operands as it takes. */
    record Call(String operation, List<Term> operands) implements Term {}
}
