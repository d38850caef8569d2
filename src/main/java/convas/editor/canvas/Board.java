package convas.editor.canvas;

import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.canvas.paint.Fonts;
import convas.editor.canvas.picture.Picture;
import convas.editor.canvas.picture.PictureBuilder;
import convas.editor.canvas.picture.Viewport;
import convas.editor.document.Document;
import convas.editor.document.Edit;
import convas.editor.document.Findings;
import convas.editor.document.OpenSheet;
import convas.editor.task.Tasks;
import convas.graph.Design;
import convas.graph.Edits;
import convas.graph.Flow;
import convas.graph.Layout;
import convas.graph.Point;
import convas.graph.Sheet;
import convas.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What the canvas shows at the moment: the sheet's picture and the part of it in view. Shared by all gestures. */
final class Board {
    private final Document document;
    private final Texts texts;
    private final Fonts fonts;
    private final Placement placement;
    private final Runnable repaint;
    private CanvasTheme theme;
    private Picture picture = Picture.EMPTY;
    private Viewport viewport = Viewport.START;
    private Findings findings = Findings.NONE;
    private Consumer<String> onHint = hint -> {};
    private TypeChoice types = TypeChoice.NONE;
    private boolean snapping = true;
    private UnaryOperator<Layout> underway = layout -> layout;
    private double width;
    private double height;

    Board(Document document, CanvasTheme theme, Texts texts, Fonts fonts, Tasks tasks, Runnable repaint) {
        this.document = document;
        this.theme = theme;
        this.texts = texts;
        this.fonts = fonts;
        this.repaint = repaint;
        this.placement = new Placement(tasks);
    }

    Document document() {
        return document;
    }

    Texts texts() {
        return texts;
    }

    Fonts fonts() {
        return fonts;
    }

    CanvasTheme theme() {
        return theme;
    }

    void theme(CanvasTheme changed) {
        theme = changed;
        repaint.run();
    }

    Picture picture() {
        return picture;
    }

    Findings findings() {
        return findings;
    }

    Viewport viewport() {
        return viewport;
    }

    void viewport(Viewport changed) {
        if (!viewport.equals(changed)) {
            viewport = changed;
            repaint.run();
        }
    }

    void repaint() {
        repaint.run();
    }

    Placement placement() {
        return placement;
    }

    boolean isEditable() {
        return document.sheet().isEditable();
    }

    void onHint(Consumer<String> action) {
        onHint = action;
    }

    void hint(String sentence) {
        onHint.accept(sentence);
    }

    /** How large the surface is, in its pixels. */
    void size(double wide, double high) {
        width = wide;
        height = high;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    TypeChoice types() {
        return types;
    }

    void types(TypeChoice choice) {
        types = choice;
    }

    /** Whether cards that are moved come to rest in line with others or on the grid. */
    boolean isSnapping() {
        return snapping;
    }

    void snapping(boolean wanted) {
        snapping = wanted;
    }

    void analysed() {
        findings = document.analysis().map(Findings::of).orElse(Findings.NONE);
    }

    PictureBuilder builder() {
        return new PictureBuilder(
                document.catalog(), findings, texts, fonts, document.design().view());
    }

    /** Whether there is something to see, and every node has its place. */
    boolean isPlaced() {
        Set<String> ids = document.sheet().sheet().graph().ids();
        return !picture.nodes().isEmpty()
                && ids.stream().allMatch(id -> picture.node(id).isPresent());
    }

    /** Which way tensors run on the sheets of this design. */
    Flow flow() {
        return document.design().view().flow();
    }

    /** Makes the picture of the document as it is now; what has no place yet gets one in the background. */
    void rebuild(Runnable placed) {
        picture = picture(document.design(), underway(document.sheet()), placed);
        repaint.run();
    }

    /** What would be seen of this sheet in another design with the same graph. */
    Picture pictureOf(Design other) {
        return picture(other, document.sheet(), () -> {});
    }

    private Picture picture(Design design, OpenSheet open, Runnable placed) {
        PictureBuilder builder = builder().unfolding(design, inner -> places(inner, placed));
        Layout automatic = placement.of(
                document.sheet(),
                flow(),
                node -> builder.size(node, open.sheet().graph()),
                placed);
        return builder.build(open, automatic, picture);
    }

    /** Where the nodes of a body stand that it gives no place; what is missing is looked for in the background. */
    Layout places(OpenSheet inner, Runnable placed) {
        PictureBuilder builder = builder();
        return placement.of(
                inner, flow(), node -> builder.size(node, inner.sheet().graph()), placed);
    }

    /** Where cards are shown, by where they stand: elsewhere while they are underway to new places. */
    void under(UnaryOperator<Layout> way) {
        underway = way;
    }

    private OpenSheet underway(OpenSheet open) {
        Layout written = open.sheet().layout();
        Layout shown = underway.apply(written);
        return shown == written
                ? open
                : new OpenSheet(open.place(), open.sheet().withLayout(shown), open.body(), open.scope());
    }

    /**
     * Does an edit. Nodes that stood where the automatic layout put them are given these places for good where the edit
     * gives a place to some node: otherwise they would be laid out anew around it when the file is opened again.
     */
    boolean apply(Edit edit) {
        return document.apply(settled(edit));
    }

    /** Does an edit of how the design is looked at, which is no work that its file has not. */
    boolean look(Edit edit) {
        return document.look(settled(edit));
    }

    boolean applyMerging(Object gesture, Edit edit) {
        return document.applyMerging(gesture, settled(edit));
    }

    private Edit settled(Edit edit) {
        Sheet sheet = document.sheet().sheet();
        Set<String> written = sheet.layout().positions().keySet();
        if (written.containsAll(sheet.graph().ids()) || document.sheet().scope().isEmpty()) {
            return edit;
        }
        Map<String, Point> unwritten = new LinkedHashMap<>(picture.layout().positions());
        unwritten.keySet().removeAll(written);
        UnaryOperator<Design> settle = document.sheet().scope().get().lift(Edits.place(unwritten));
        return new Edit(
                edit.label(),
                design -> {
                    Design after = edit.change().apply(design);
                    return after.equals(design) ? design : edit.change().apply(settle.apply(design));
                },
                edit.selection());
    }
}
