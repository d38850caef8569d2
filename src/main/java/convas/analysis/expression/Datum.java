package convas.analysis.expression;

import convas.graph.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** What a name stands for or an expression gives: a number, a truth value, a text, or a value only handed on. */
public sealed interface Datum permits Quantity, Datum.Truth, Datum.Words, Datum.Opaque {
    record Truth(boolean value) implements Datum {}

    record Words(String value) implements Datum {}

    /** A list such as {@code [3, 5]}: may be named, not computed with. */
    record Opaque(Value value) implements Datum {}

    /** The datum of a plain value; none for an expression. */
    static Optional<Datum> of(Value value) {
        if (value instanceof Value.Whole whole) {
            return Optional.of(Quantity.of(whole.value()));
        } else if (value instanceof Value.Real real) {
            return Double.isFinite(real.value())
                    ? Optional.of(Quantity.of(BigDecimal.valueOf(real.value())))
                    : Optional.empty();
        } else if (value instanceof Value.Bool bool) {
            return Optional.of(new Truth(bool.value()));
        } else if (value instanceof Value.Text text) {
            return Optional.of(new Words(text.value()));
        } else if (value instanceof Value.Expression) {
            return Optional.empty();
        }
        return Optional.of(new Opaque(value));
    }

    /** This datum as a value of a design. */
    default Value toValue() throws FormulaException {
        if (this instanceof Quantity quantity) {
            return quantity.value();
        } else if (this instanceof Truth truth) {
            return Value.of(truth.value());
        } else if (this instanceof Words words) {
            return new Value.Text(words.value());
        }
        return ((Opaque) this).value();
    }

    /** As a message shows it: {@code 20.8}, {@code true}, {@code SE}. */
    default String display() {
        try {
            return toValue().display();
        } catch (FormulaException tooLarge) {
            return toString();
        }
    }
}
