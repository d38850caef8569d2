package convas.graph.json;

import convas.graph.Bookmark;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.Note;
import convas.graph.ParameterDeclaration;
import convas.graph.Point;
import convas.graph.Requirement;
import convas.graph.Sheet;
import convas.graph.Value;
import convas.graph.Variable;
import convas.graph.View;
import convas.text.LocalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Sound designs of every shape that the format knows, each made from a seed alone. */
final class DesignsAtRandom {
    private static final List<String> WORDS = List.of(
            "conv",
            "a",
            "=x + 1",
            "",
            "naïve \"quoted\"",
            "tab\tand\nline",
            "卷积",
            "back\\slash",
            "🙂",
            "\ud83d",
            "\u0001");

    private final Random random;

    DesignsAtRandom(long seed) {
        this.random = new Random(seed);
    }

    Design design() {
        Map<String, Variable> variables = new LinkedHashMap<>();
        repeat(3, index -> variables.put("v" + index, variable()));
        Map<String, ModuleBody> modules = new LinkedHashMap<>();
        repeat(2, index -> modules.put("Block" + index, body("Block" + index)));
        Map<String, Bookmark> bookmarks = new LinkedHashMap<>();
        repeat(
                2,
                index -> bookmarks.put(
                        random.nextBoolean() ? "" + index : "stem " + index,
                        new Bookmark(word(), point(), 1 + random.nextInt(8) / 4.0, extras())));
        return new Design(
                word(),
                word(),
                variables,
                requirements(),
                values("let", 2),
                sheet(List.of()),
                modules,
                values("training", 3),
                bookmarks,
                view(),
                extras());
    }

    private View view() {
        Set<String> expanded = random.nextBoolean() ? Set.of("a") : Set.of();
        return new View(random.nextBoolean() ? Flow.DOWN : Flow.RIGHT, expanded, extras());
    }

    ModuleBody body(String type) {
        List<String> inputs = random.nextBoolean() ? List.of("in") : List.of("left", "right");
        Map<String, ParameterDeclaration> params = new LinkedHashMap<>();
        repeat(3, index -> params.put("p" + index, declaration()));
        Sheet sheet = sheet(inputs);
        Map<String, Endpoint> outputs = new LinkedHashMap<>();
        repeat(2, index -> outputs.put("out" + index, new Endpoint(inputs.get(0), 0)));
        if (!sheet.graph().nodes().isEmpty()) {
            outputs.put("last", new Endpoint(sheet.graph().nodes().get(0).id(), random.nextInt(3)));
        }
        return new ModuleBody(
                type,
                word(),
                text(),
                word(),
                word(),
                random.nextBoolean() ? List.of() : List.of(word(), word()),
                inputs,
                params,
                requirements(),
                values("let", 2),
                sheet,
                outputs,
                extras());
    }

    private Sheet sheet(List<String> inputs) {
        List<Node> nodes = new ArrayList<>();
        Map<String, Point> places = new LinkedHashMap<>();
        Map<String, String> colors = new LinkedHashMap<>();
        Map<Edge, List<Point>> bends = new LinkedHashMap<>();
        List<Note> notes = new ArrayList<>();
        repeat(
                2,
                index -> notes.add(new Note(
                        word(),
                        point(),
                        point(),
                        random.nextBoolean(),
                        maybe(Value.of(1)).map(some -> "red"),
                        extras())));
        List<Edge> edges = new ArrayList<>();
        repeat(6, index -> {
            String id = "n" + index;
            String type = "Type" + random.nextInt(2);
            // Weights are shared only with an earlier node of the same type.
            Optional<String> shares = nodes.stream()
                    .filter(node -> node.type().equals(type) && random.nextInt(4) == 0)
                    .map(Node::id)
                    .findFirst();
            nodes.add(new Node(
                    id,
                    type,
                    values("param", 3),
                    maybe(random.nextBoolean() ? Value.of(2) : Value.of("=n")),
                    maybe(random.nextBoolean() ? Value.of(true) : Value.of("=n > 1")),
                    shares,
                    random.nextInt(4) == 0,
                    extras()));
            if (random.nextBoolean()) {
                places.put(id, point());
            }
            if (random.nextBoolean()) {
                colors.put(id, random.nextBoolean() ? "blue" : word());
            }
            int ports = random.nextInt(3);
            for (int port = 0; port < ports; port++) {
                int source = random.nextInt(index + inputs.size() + 1) - inputs.size();
                if (source < index) {
                    String from = source < 0 ? inputs.get(-source - 1) : "n" + source;
                    int fromPort = source < 0 ? 0 : random.nextInt(2);
                    edges.add(new Edge(new Endpoint(from, fromPort), new Endpoint(id, port), edgeExtras()));
                    if (random.nextInt(3) == 0) {
                        bends.put(edges.get(edges.size() - 1).ends(), List.of(point(), point()));
                    }
                }
            }
        });
        return new Sheet(new Graph(nodes, edges), new Layout(places, colors, bends, notes));
    }

    private List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        repeat(2, index -> requirements.add(new Requirement(Value.of("=a > " + index), text(), extras())));
        return requirements;
    }

    private Variable variable() {
        Value value = List.of(Value.of(3), Value.of(0.25), Value.of(false), Value.of("text"))
                .get(random.nextInt(4));
        return random.nextBoolean()
                ? Variable.of(value)
                : new Variable(value, maybe(-1.0), maybe(2.5), List.of(Value.of(1), Value.of("a")), text(), extras());
    }

    private ParameterDeclaration declaration() {
        List<String> choices = random.nextBoolean() ? List.of() : List.of("same", word());
        return new ParameterDeclaration(
                "choice", maybe(value(2)), maybe(0.5), maybe(1e12), choices, word(), text(), extras());
    }

    private LocalText text() {
        return switch (random.nextInt(3)) {
            case 0 -> LocalText.NONE;
            case 1 -> LocalText.plain("plain");
            default -> {
                Map<String, String> languages = new LinkedHashMap<>();
                languages.put("en", word());
                languages.put("zh", word());
                yield new LocalText(languages);
            }
        };
    }

    private Map<String, Value> extras() {
        return random.nextInt(3) == 0 ? values("later", 2) : Map.of();
    }

    private Map<String, Value> edgeExtras() {
        Map<String, Value> extras = new LinkedHashMap<>();
        if (random.nextInt(4) == 0) {
            extras.put("when", Value.of("=n > 1"));
        }
        extras.putAll(extras());
        return extras;
    }

    private Map<String, Value> values(String name, int most) {
        Map<String, Value> values = new LinkedHashMap<>();
        repeat(most, index -> values.put(name + index, value(3)));
        return values;
    }

    private Value value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> Value.of(random.nextLong());
            case 1 -> Value.of(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
            case 2 -> Value.of(random.nextBoolean());
            case 3 -> new Value.Nothing();
            case 4, 5 -> Value.of(word());
            case 6 -> Value.of(value(depth - 1), value(depth - 1));
            default -> new Value.Mapping(values("field", depth));
        };
    }

    private Point point() {
        return new Point(random.nextInt(2000) - 1000, random.nextInt(8) / 4.0);
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private void repeat(int most, java.util.function.IntConsumer action) {
        int count = random.nextInt(most + 1);
        for (int index = 0; index < count; index++) {
            action.accept(index);
        }
    }
}
