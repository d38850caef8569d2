package convas.graph.grouping;

import convas.graph.Diagnostic;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.ParameterDeclaration;
import convas.graph.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a body's names stand for where one node uses it: arguments, defaults, and values that a {@code let} names. */
final class Inlining {
    private final Node node;
    private final ModuleBody body;
    private final Set<Diagnostic> problems = new LinkedHashSet<>();
    private final Map<String, Optional<Value>> known = new HashMap<>();
    private final Mentions mentions = new Mentions(this::meaning);

    Inlining(Node node, ModuleBody body) {
        this.node = node;
        this.body = body;
    }

    /** A value of the body as the sheet writes it; the value itself where that cannot be, which is then a problem. */
    Value outside(Value value) {
        return mentions.replaced(value).orElseGet(() -> {
            refuse("graph.ungroup.value", node.id(), value.display());
            return value;
        });
    }

    Map<String, Value> outside(Map<String, Value> values) {
        return ((Value.Mapping) outside(new Value.Mapping(values))).fields();
    }

    /** Every reason why a value could not be written. */
    List<Diagnostic> problems() {
        return List.copyOf(problems);
    }

    private Optional<Value> meaning(String name) {
        Optional<Value> before = known.get(name);
        if (before == null) {
            // A name that leads back to itself stays as it is.
            known.put(name, Optional.empty());
            before = find(name);
            known.put(name, before);
        }
        return before;
    }

    private Optional<Value> find(String name) {
        Value named = body.let().get(name);
        if (named != null) {
            return Optional.of(outside(named));
        }
        ParameterDeclaration declaration = body.params().get(name);
        if (declaration != null) {
            Optional<Value> value = Optional.ofNullable(node.params().get(name)).or(declaration::fallback);
            if (value.isEmpty()) {
                refuse("graph.ungroup.missing", node.id(), name);
            }
            return value;
        }
        int dot = name.indexOf('.');
        if (dot > 0 && body.inputs().contains(name.substring(0, dot))) {
            refuse("graph.ungroup.shape", node.id(), name);
        } else if (dot > 0 && body.params().containsKey(name.substring(0, dot))) {
            return meaning(name.substring(0, dot)).flatMap(pair -> side(pair, name));
        }
        return Optional.empty();
    }

    /** The height or width of a pair, which may be written as one number. */
    private Optional<Value> side(Value pair, String name) {
        if (pair instanceof Value.Whole) {
            return Optional.of(pair);
        } else if (pair instanceof Value.Sequence sequence && sequence.values().size() == 2) {
            return Optional.of(sequence.values().get(name.endsWith(".height") ? 0 : 1));
        }
        refuse("graph.ungroup.value", node.id(), "=" + name);
        return Optional.empty();
    }

    private void refuse(String key, Object... arguments) {
        problems.add(Diagnostic.error(node.id(), "", key, arguments));
    }
}
