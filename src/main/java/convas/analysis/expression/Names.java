package convas.analysis.expression;

import convas.operator.TensorShape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What names mean where an expression stands: variables, parameters, {@code let} values, shapes of inputs. */
public final class Names {
    /** A name may be known without a value: that was said where the value was lost. */
    private final Map<String, Optional<Datum>> values = new LinkedHashMap<>();

    public void put(String name, Datum value) {
        values.put(name, Optional.of(value));
    }

    /** A name whose value cannot be known; expressions that use it have no value and say nothing more. */
    public void lose(String name) {
        values.put(name, Optional.empty());
    }

    /** {@code NAME.channels}, and as far as the shape has them {@code NAME.width} and {@code NAME.height}. */
    public void put(String name, TensorShape shape) {
        if (shape.rank() > 0) {
            put(name + ".channels", Quantity.of(shape.channels()));
        }
        if (shape.rank() > 1) {
            put(name + ".width", Quantity.of(shape.width()));
        }
        if (shape.rank() > 2) {
            put(name + ".height", Quantity.of(shape.height()));
        }
    }

    /** All names, in the order they were given. */
    public Set<String> all() {
        return Collections.unmodifiableSet(values.keySet());
    }

    Datum get(String name) throws FormulaException {
        Optional<Datum> value = values.get(name);
        if (value == null && values.isEmpty()) {
            throw new FormulaException("noNames", name);
        } else if (value == null) {
            throw new FormulaException("unknownName", name, CloseMatches.of(name, values.keySet()));
        }
        return value.orElseThrow(FormulaException::lost);
    }
}
