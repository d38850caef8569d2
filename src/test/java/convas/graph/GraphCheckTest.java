package convas.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GraphCheckTest {
    @Test
    void twoSourcesOfOnePortAreAllowedWhereOneMayBeLeftOut() {
        Node sometimes = node("b").withWhen(Optional.of(Value.of("=stride == 2")));
        Graph graph =
                new Graph(List.of(node("a"), sometimes, node("c")), List.of(Edge.of("a", "c"), Edge.of("b", "c")));
        assertEquals(List.of(), GraphCheck.check(graph, List.of(), ""));
    }

    @Test
    void twoEdgesIntoOnePortAreAllowedWhereOneHasACondition() {
        Edge sometimes = new Edge(Endpoint.of("b"), Endpoint.of("c"), Map.of("when", Value.of("=stride == 2")));
        Graph graph = new Graph(List.of(node("a"), node("b"), node("c")), List.of(Edge.of("a", "c"), sometimes));
        assertEquals(List.of(), GraphCheck.check(graph, List.of(), ""));
    }

    @Test
    void pathsInAModuleStartWithItsName() {
        Graph graph = new Graph(List.of(node("a")), List.of(Edge.of("a", "a")));
        assertEquals(
                List.of(Diagnostic.error("modules/Block/a", "", "graph.cycle", "a -> a")),
                GraphCheck.check(graph, List.of("in"), "modules/Block/"));
    }

    @Test
    void aCycleIsNamedFromItsFirstNodeInTheFileInEdgeOrder() {
        Graph graph = new Graph(
                List.of(node("x"), node("b"), node("a"), node("c"), node("y")),
                List.of(
                        Edge.of("x", "a"),
                        Edge.of("a", "b"),
                        Edge.of("b", "c"),
                        Edge.of("c", "a:1"),
                        Edge.of("c", "y")));
        assertEquals(
                List.of(Diagnostic.error("b", "", "graph.cycle", "b -> c -> a -> b")),
                GraphCheck.check(graph, List.of(), ""));
    }

    @Test
    void aHundredThousandNodesInAChainAndAsManySmallCyclesAreCheckedInSeconds() {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int index = 0; index < 100_000; index++) {
            nodes.add(node("n" + index));
            nodes.add(node("m" + index));
            edges.add(Edge.of("n" + index, "n" + (index + 1)));
            edges.add(Edge.of("m" + index, "m" + (index ^ 1)));
        }
        edges.remove(edges.size() - 2);
        Graph graph = new Graph(nodes, edges);
        List<Diagnostic> found =
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> GraphCheck.check(graph, List.of(), ""));
        assertEquals(50_000, found.size());
    }

    private static Node node(String id) {
        return new Node(id, "Type", Map.of());
    }
}
