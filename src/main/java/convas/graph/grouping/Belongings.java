package convas.graph.grouping;

import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.Scope;
import convas.graph.Value;
import convas.graph.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the expressions of some nodes name, so that it can go with them to another sheet.
 *
 * @param variables by name
 * @param let values named once, each after those that it names itself
 */
public record Belongings(Map<String, Variable> variables, Map<String, Value> let) {
    public static final Belongings NONE = new Belongings(Map.of(), Map.of());

    public Belongings {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        let = Collections.unmodifiableMap(new LinkedHashMap<>(let));
    }

    /**
     * What nodes of a sheet name.
     *
     * @param body the module on whose sheet they stand, whose parameters then count as variables of their default values;
     *     absent for the design's own sheet
     */
    public static Belongings of(Design design, Optional<ModuleBody> body, Graph nodes) {
        Map<String, Variable> declared = new LinkedHashMap<>(design.variables());
        body.ifPresent(module -> {
            declared.clear();
            module.params()
                    .forEach((name, parameter) ->
                            parameter.fallback().ifPresent(value -> declared.put(name, Variable.of(value))));
        });
        Map<String, Value> named = body.map(ModuleBody::let).orElse(design.let());
        Set<String> wanted = new HashSet<>();
        nodes.nodes().forEach(node -> values(node).forEach(value -> wanted.addAll(names(value))));
        nodes.edges().forEach(edge -> edge.extras().values().forEach(value -> wanted.addAll(names(value))));
        // A value that is named may name earlier ones.
        List<String> order = new ArrayList<>(named.keySet());
        Collections.reverse(order);
        for (String name : order) {
            if (wanted.contains(name)) {
                wanted.addAll(names(named.get(name)));
            }
        }
        declared.keySet().retainAll(wanted);
        Map<String, Value> let = new LinkedHashMap<>(named);
        let.keySet().retainAll(wanted);
        return new Belongings(declared, let);
    }

    private static List<Value> values(Node node) {
        List<Value> values = new ArrayList<>(node.params().values());
        node.repeat().ifPresent(values::add);
        node.when().ifPresent(values::add);
        return values;
    }

    private static Set<String> names(Value value) {
        Set<String> found = new HashSet<>();
        new Mentions(name -> {
                    found.add(head(name));
                    return Optional.empty();
                })
                .replaced(value);
        return found;
    }

    private static String head(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /**
     * How this comes to a sheet: what is not there is brought, what is there with the same value is used, and what is there
     * with another gets another name. In a module's body, which has no variables, they are values named once.
     */
    public Arrival at(Design design, Scope scope) {
        Optional<ModuleBody> body = scope.module().map(design.modules()::get);
        Set<String> taken = new HashSet<>();
        body.ifPresentOrElse(
                module -> {
                    taken.addAll(module.params().keySet());
                    taken.addAll(module.inputs());
                },
                () -> taken.addAll(design.variables().keySet()));
        Map<String, Value> there = body.map(ModuleBody::let).orElse(design.let());
        taken.addAll(there.keySet());
        Map<String, String> renamed = new LinkedHashMap<>();
        Map<String, Variable> newVariables = new LinkedHashMap<>();
        Map<String, Value> newLet = new LinkedHashMap<>();
        variables.forEach((name, variable) -> {
            Optional<Value> known = Optional.ofNullable(there.get(name))
                    .or(() -> Optional.ofNullable(design.variables().get(name))
                            .filter(other -> body.isEmpty())
                            .map(Variable::value));
            if (!known.equals(Optional.of(variable.value()))) {
                String own = free(name, taken, renamed);
                if (body.isPresent()) {
                    newLet.put(own, variable.value());
                } else {
                    newVariables.put(own, variable);
                }
            }
        });
        let.forEach((name, value) -> {
            Value here = Arrival.renamed(value, renamed);
            if (!here.equals(there.get(name))) {
                newLet.put(free(name, taken, renamed), here);
            }
        });
        return new Arrival(newVariables, newLet, renamed);
    }

    private String free(String wish, Set<String> taken, Map<String, String> renamed) {
        String name = wish;
        for (int number = 2;
                taken.contains(name) || !name.equals(wish) && (variables.containsKey(name) || let.containsKey(name));
                number++) {
            name = wish + number;
        }
        taken.add(name);
        if (!name.equals(wish)) {
            renamed.put(wish, name);
        }
        return name;
    }

    /**
     * What comes to a sheet.
     *
     * @param variables those that are brought, by the names that they get
     * @param let likewise
     * @param renamed the names that others have there, by the old ones
     */
    public record Arrival(Map<String, Variable> variables, Map<String, Value> let, Map<String, String> renamed) {
        public Arrival {
            variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
            let = Collections.unmodifiableMap(new LinkedHashMap<>(let));
            renamed = Collections.unmodifiableMap(new LinkedHashMap<>(renamed));
        }

        /** A node of the clip as the sheet writes it. */
        public Node node(Node node) {
            Map<String, Value> params = new LinkedHashMap<>();
            node.params().forEach((name, value) -> params.put(name, renamed(value, renamed)));
            return node.withParams(params)
                    .withRepeat(node.repeat().map(value -> renamed(value, renamed)))
                    .withWhen(node.when().map(value -> renamed(value, renamed)));
        }

        /** What a wire has besides its ends, likewise. */
        public Map<String, Value> extras(Edge edge) {
            Map<String, Value> extras = new LinkedHashMap<>();
            edge.extras().forEach((name, value) -> extras.put(name, renamed(value, renamed)));
            return extras;
        }

        /** The design with what is brought. */
        public UnaryOperator<Design> bring(Scope scope) {
            return design -> {
                Map<String, Value> named = new LinkedHashMap<>();
                if (scope.module().isEmpty()) {
                    Map<String, Variable> all = new LinkedHashMap<>(design.variables());
                    all.putAll(variables);
                    named.putAll(design.let());
                    named.putAll(let);
                    return design.withVariables(all).withLet(named);
                }
                Map<String, ModuleBody> modules = new LinkedHashMap<>(design.modules());
                modules.computeIfPresent(scope.module().get(), (type, body) -> {
                    named.putAll(body.let());
                    named.putAll(let);
                    return body.withLet(named);
                });
                return design.withModules(modules);
            };
        }

        private static Value renamed(Value value, Map<String, String> names) {
            if (names.isEmpty()) {
                return value;
            }
            return new Mentions(name -> Optional.ofNullable(names.get(head(name)))
                            .map(other -> new Value.Expression(
                                    other + name.substring(head(name).length()))))
                    .replaced(value)
                    .orElse(value);
        }
    }
}
