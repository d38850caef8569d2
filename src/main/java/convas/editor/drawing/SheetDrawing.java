package convas.editor.drawing;

import convas.analysis.Analysis;
import convas.editor.canvas.layout.AutoLayout;
import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.canvas.paint.HeatLook;
import convas.editor.canvas.paint.IconFiles;
import convas.editor.canvas.paint.Look;
import convas.editor.canvas.paint.SheetPainter;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.EdgeShape;
import convas.editor.canvas.picture.Picture;
import convas.editor.canvas.picture.PictureBuilder;
import convas.editor.canvas.picture.Viewport;
import convas.editor.document.Findings;
import convas.editor.document.OpenSheet;
import convas.editor.document.Selection;
import convas.editor.task.Tasks;
import convas.graph.Design;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Sheet;
import convas.operator.Catalog;
import convas.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Draws the sheets of a design into files. Takes up to seconds for a large one; to be used in the background. */
public final class SheetDrawing {
    private static final double MARGIN = 16;
    /** Ids may stand above cards. */
    private static final double ABOVE = 8;
    /** For the legend of an overlay. */
    private static final double LEGEND = 92;

    private static final double LEAST_WIDTH = 260;
    private static final double MOST_PIXELS = 100_000_000;
    /** In a chain they take seconds and tens of megabytes; nobody could look at more. */
    private static final int MOST_NODES = 20_000;

    private final Design design;
    private final Catalog catalog;
    private final Optional<Analysis> analysis;
    private final Texts texts;
    private final Lettering letters = new Lettering();
    private final Map<String, Layout> laidOut = new HashMap<>();

    /** @param catalog with the design's own modules */
    public SheetDrawing(Design design, Catalog catalog, Optional<Analysis> analysis, Texts texts) {
        this.design = design;
        this.catalog = catalog;
        this.analysis = analysis;
        this.texts = texts;
    }

    /**
     * A sheet as a file's content, no larger than what is on it with a small margin.
     *
     * @param known where nodes stand that the sheet gives no place; where some have none here either, all of these are
     *     laid out
     * @throws PictureTooLarge where it would have too many pixels or nodes
     */
    public byte[] of(OpenSheet whole, Layout known, PictureOptions options) throws PictureTooLarge {
        OpenSheet open = options.only().isEmpty() ? whole : part(whole, options.only());
        int nodes = open.sheet().graph().nodes().size();
        if (nodes > MOST_NODES) {
            throw PictureTooLarge.nodes(nodes, MOST_NODES);
        }
        Findings findings = options.shapes() ? analysis.map(Findings::of).orElse(Findings.NONE) : Findings.NONE;
        PictureBuilder builder = new PictureBuilder(catalog, findings, texts, letters, design.view())
                .unfolding(design, inner -> places(inner, Layout.EMPTY));
        Picture picture = builder.build(open, places(open, known), Picture.EMPTY);
        CanvasTheme theme = (options.dark() ? CanvasTheme.darkTheme() : CanvasTheme.light()).onPaper();
        Optional<HeatLook> heat = options.overlay()
                .filter(overlay -> options.shapes())
                .map(overlay -> HeatLook.of(overlay, picture.nodes(), texts.get("editoroverlay.logarithmic")));
        Look look = Look.plain(theme, Selection.NONE).with(heat);
        Bounds area = area(picture);
        double width = Math.ceil(heat.isPresent() ? Math.max(LEAST_WIDTH, area.width()) : area.width());
        double height = Math.ceil(area.height() + (heat.isPresent() ? LEGEND : 0));
        Drawing drawing = drawing(options, width, height);
        VectorPainter painter = new VectorPainter(drawing, new IconFiles(), width, height);
        Viewport view = new Viewport(1, -area.minX(), -area.minY());
        SheetPainter.forFiles(letters).paintWhole(painter, picture, view, width, height, look);
        return drawing.finished();
    }

    private Drawing drawing(PictureOptions options, double width, double height) throws PictureTooLarge {
        return switch (options.format()) {
            case SVG -> new SvgDrawing(width, height, options.scale(), design.name(), letters);
            case PDF -> new PdfDrawing(width, height, options.scale(), design.name(), letters);
            case PNG -> {
                double most = Math.sqrt(MOST_PIXELS / (width * height));
                if (options.scale() > most) {
                    throw PictureTooLarge.pixels(Math.floor(most * 100) / 100);
                }
                yield new PixelDrawing(width, height, options.scale(), letters);
            }
        };
    }

    private static OpenSheet part(OpenSheet open, Set<String> ids) {
        Graph graph = open.sheet().graph();
        Graph part = new Graph(
                graph.nodes().stream().filter(node -> ids.contains(node.id())).toList(),
                graph.edges().stream()
                        .filter(edge -> ids.contains(edge.from().node())
                                && ids.contains(edge.to().node()))
                        .toList());
        Layout layout = open.sheet().layout();
        Layout places = new Layout(layout.positions(), layout.colors(), layout.bends(), List.of());
        return new OpenSheet(open.place(), new Sheet(part, places), Optional.empty(), open.scope());
    }

    private Layout places(OpenSheet open, Layout known) {
        List<Node> nodes = open.sheet().graph().nodes();
        boolean all = nodes.stream()
                .allMatch(node -> open.sheet().layout().of(node.id()).isPresent()
                        || known.of(node.id()).isPresent());
        if (all) {
            return known;
        }
        String type = open.body().map(body -> body.type()).orElse("");
        return laidOut.computeIfAbsent(type, key -> {
            PictureBuilder sizes = new PictureBuilder(catalog, Findings.NONE, texts, letters, design.view());
            return AutoLayout.of(
                    open,
                    nodes,
                    design.view().flow(),
                    node -> sizes.size(node, open.sheet().graph()),
                    Tasks::isCancelled);
        });
    }

    /** Around everything that is drawn. */
    private static Bounds area(Picture picture) {
        Bounds all = picture.bounds();
        for (EdgeShape wire : picture.edges()) {
            for (int part = 0; part <= 32; part++) {
                double x = wire.xAt(part / 32.0);
                double y = wire.yAt(part / 32.0);
                all = all.union(new Bounds(x, y, x, y));
            }
        }
        Bounds grown = (all.isEmpty() ? new Bounds(0, 0, 1, 1) : all).grown(MARGIN);
        return new Bounds(grown.minX(), grown.minY() - ABOVE, grown.maxX(), grown.maxY());
    }
}
