package convas.graph.grouping;

import convas.graph.ParameterDeclaration;
import convas.graph.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a new module, with the arguments of its one node. A body sees nothing of the sheet that it was cut
 * from, so what its expressions name there becomes a parameter whose argument is that name; values that a {@code let}
 * names come along.
 */
final class Parameters {
    private final Surroundings around;
    private final Map<String, String> inner = new HashMap<>();
    private final Map<String, ParameterDeclaration> declared = new LinkedHashMap<>();
    private final Map<String, Value> arguments = new LinkedHashMap<>();
    private final Map<String, Value> let = new LinkedHashMap<>();
    private final Mentions mentions = new Mentions(name -> inner(name).map(Value.Expression::new));

    Parameters(Surroundings around) {
        this.around = around;
    }

    /** A parameter that somebody chose; false where one of this name has another value already. */
    boolean promote(String name, ParameterDeclaration declaration, Optional<Value> written) {
        if (declared.containsKey(name)) {
            return Optional.ofNullable(arguments.get(name)).equals(written);
        }
        Optional<Value> plain = written.filter(value -> !(value instanceof Value.Expression));
        declared.put(
                name,
                new ParameterDeclaration(
                        declaration.type(),
                        declaration.fallback().or(() -> plain),
                        declaration.min(),
                        declaration.max(),
                        declaration.choices(),
                        declaration.unit(),
                        declaration.doc(),
                        declaration.extras()));
        written.ifPresent(value -> arguments.put(name, value));
        return true;
    }

    /** A value of the sheet as the body writes it. */
    Value inside(Value value) {
        return mentions.replaced(value).orElseThrow();
    }

    Map<String, Value> inside(Map<String, Value> values) {
        return mentions.replaced(values).orElseThrow();
    }

    private Optional<String> inner(String name) {
        if (inner.containsKey(name)) {
            return Optional.of(inner.get(name));
        }
        Value named = around.let().get(name);
        Optional<ParameterDeclaration> declaration = around.find(name);
        if (named == null && declaration.isEmpty()) {
            return Optional.empty();
        }
        String own = free(name.replace('.', '_'));
        inner.put(name, own);
        if (named != null) {
            // What it mentions in turn goes in before it.
            let.put(own, inside(named));
        } else {
            declared.put(own, declaration.orElseThrow());
            arguments.put(own, new Value.Expression(name));
        }
        return Optional.of(own);
    }

    private String free(String wish) {
        String name = wish;
        for (int number = 2;
                declared.containsKey(name) || let.containsKey(name) || inner.containsValue(name);
                number++) {
            name = wish + number;
        }
        return name;
    }

    Map<String, ParameterDeclaration> declared() {
        return declared;
    }

    Map<String, Value> arguments() {
        return arguments;
    }

    Map<String, Value> let() {
        return let;
    }
}
