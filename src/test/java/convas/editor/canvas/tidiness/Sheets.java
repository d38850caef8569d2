package convas.editor.canvas.tidiness;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.editor.canvas.layout.AutoLayout;
import convas.editor.canvas.paint.Recording;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.Picture;
import convas.editor.canvas.picture.PictureBuilder;
import convas.editor.canvas.picture.Room;
import convas.editor.document.Document;
import convas.editor.document.Findings;
import convas.editor.document.OpenSheet;
import convas.editor.document.Place;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Sheet;
import convas.graph.Value;
import convas.graph.json.DesignFormat;
import convas.operator.Catalog;
import convas.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Designs as they are seen: as written, laid out anew, with the bodies of their modules in place. */
final class Sheets {
    private static final Path PRESETS = Path.of("presets");

    private Sheets() {}

    static List<String> presets() throws Exception {
        try (Stream<Path> files = Files.list(PRESETS)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    static Design preset(String name) throws Exception {
        return new DesignFormat().read(PRESETS.resolve(name + ".json")).value().orElseThrow();
    }

    static Design unplaced(Design design) {
        return design.withSheet(
                design.sheet().withLayout(design.sheet().layout().unplaced()));
    }

    /** With every module's body in place, down to a depth. */
    static Design unfolded(Design design, int depth) {
        Catalog catalog = new Document(BuiltinCatalog.create(), design, Optional.empty()).catalog();
        Set<String> paths = new LinkedHashSet<>();
        collect(OpenSheet.find(design, catalog, Place.DESIGN), design, catalog, depth, paths);
        return design.withView(design.view().withExpanded(paths));
    }

    private static void collect(OpenSheet open, Design design, Catalog catalog, int depth, Set<String> paths) {
        for (Node node : open.sheet().graph().nodes()) {
            Optional<OpenSheet> body = depth == 0 ? Optional.empty() : open.into(node.id(), design, catalog);
            body.ifPresent(inner -> {
                paths.add(open.place().path(node.id()));
                collect(inner, design, catalog, depth - 1, paths);
            });
        }
    }

    /** As a person does it: one module after the other, each of which gets its room. */
    static Design unfoldedByHand(Design design) {
        Design now = design;
        for (Node node : design.graph().nodes()) {
            Catalog catalog = new Document(BuiltinCatalog.create(), now, Optional.empty()).catalog();
            OpenSheet open = OpenSheet.find(now, catalog, Place.DESIGN);
            if (open.into(node.id(), now, catalog).isEmpty()) {
                continue;
            }
            Set<String> paths = new LinkedHashSet<>(now.view().expanded());
            paths.add(node.id());
            Bounds before = picture(now).node(node.id()).orElseThrow().bounds();
            Design next = now.withView(now.view().withExpanded(paths));
            Bounds after = picture(next).node(node.id()).orElseThrow().bounds();
            Sheet sheet = next.sheet();
            now = next.withSheet(sheet.withLayout(Room.made(sheet.layout(), before, after)));
        }
        return now;
    }

    static Picture picture(Design design) {
        Document document = new Document(BuiltinCatalog.create(), design, Optional.empty());
        Catalog catalog = document.catalog();
        Findings findings = design.graph().nodes().size() > 400
                ? Findings.NONE
                : Findings.of(new Analyzer(catalog).analyze(design));
        PictureBuilder sizes =
                new PictureBuilder(catalog, findings, new Texts(Locale.ENGLISH), Recording.RULER, design.view());
        PictureBuilder builder = sizes.unfolding(design, inner -> places(inner, design, sizes));
        OpenSheet open = OpenSheet.find(design, catalog, Place.DESIGN);
        return builder.build(open, places(open, design, sizes), Picture.EMPTY);
    }

    private static Layout places(OpenSheet open, Design design, PictureBuilder sizes) {
        Graph graph = open.sheet().graph();
        List<Node> nodes = graph.nodes();
        boolean all = nodes.stream()
                .allMatch(node -> open.sheet().layout().of(node.id()).isPresent());
        return all
                ? Layout.EMPTY
                : AutoLayout.of(open, nodes, design.view().flow(), node -> sizes.size(node, graph), () -> false);
    }

    /** Convolutions with a sum over every block of {@code span}, {@code count} nodes in all. */
    static Design residual(int count, int span) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(new Node("image", "Input", Map.of("shape", Value.of(Value.of(8), Value.of(16), Value.of(16)))));
        String before = "image";
        for (int block = 0; nodes.size() + span <= count - 1; block++) {
            String start = before;
            for (int number = 0; number < span - 1; number++) {
                String id = "relu" + block + "_" + number;
                nodes.add(new Node(id, "ReLU", Map.of()));
                edges.add(Edge.of(before, id));
                before = id;
            }
            String sum = "add" + block;
            nodes.add(new Node(sum, "Add", Map.of()));
            edges.add(Edge.of(before, sum + ":0"));
            edges.add(Edge.of(start, sum + ":1"));
            before = sum;
        }
        while (nodes.size() < count - 1) {
            String id = "tail" + nodes.size();
            nodes.add(new Node(id, "Tanh", Map.of()));
            edges.add(Edge.of(before, id));
            before = id;
        }
        nodes.add(new Node("scores", "Output", Map.of()));
        edges.add(Edge.of(before, "scores"));
        return Design.empty("residual").withSheet(new Sheet(new Graph(nodes, edges), Layout.EMPTY));
    }

    static Design chain(int count) {
        return residual(count, Integer.MAX_VALUE - count);
    }
}
