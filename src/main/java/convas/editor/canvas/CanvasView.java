package convas.editor.canvas;

import convas.editor.arrange.Walker;
import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.canvas.paint.Fonts;
import convas.editor.canvas.paint.HeatLook;
import convas.editor.canvas.paint.Icons;
import convas.editor.canvas.paint.Lift;
import convas.editor.canvas.paint.Look;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.Hit;
import convas.editor.canvas.picture.Picture;
import convas.editor.canvas.picture.Viewport;
import convas.editor.canvas.words.Spoken;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.document.Place;
import convas.editor.document.Selection;
import convas.editor.overlay.Heat;
import convas.editor.overlay.Overlay;
import convas.editor.task.Tasks;
import convas.graph.Point;
import convas.text.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * Shows the sheet of a document that is open, and lets a person edit it with mouse and keyboard. Follows the document
 * by itself; takes its listener away with {@link #close}.
 */
public final class CanvasView extends Region implements AutoCloseable {
    /** What a drag from the palette carries as a string: this and then the node type. */
    public static final String TYPE_PREFIX = "convas-type:";

    private static final double FIT_MARGIN = 40;
    private static final double BANNER = 24;

    private final Document document;
    private final Texts texts;
    private final Icons icons = new Icons();
    private final Board board;
    private final Surface surface;
    private final HoverCard hover;
    private final PointerInput pointer;
    private final DropInput drops;
    private final NoteEditor writing;
    private final SelectionActions actions;
    private final Scissors scissors;
    private final Tidier tidier;
    private final Map<Place, Viewport> visited = new HashMap<>();
    private final List<Runnable> viewListeners = new CopyOnWriteArrayList<>();
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private final Runnable unlisten;
    /** Not while the first picture is being made. */
    private final PauseTransition warmUp = new PauseTransition(Duration.seconds(1.5));

    private Consumer<String> onOpenModule = id -> {};
    private Runnable onHeat = () -> {};
    private Optional<Overlay> overlay = Optional.empty();
    private Optional<HeatLook> heat = Optional.empty();
    private boolean fitPending = true;
    private Viewport fitted;

    /**
     * @param texts the language of tooltips and hints
     * @param tasks runs automatic layout in the background
     */
    public CanvasView(Document document, CanvasTheme theme, Texts texts, Tasks tasks) {
        this.document = document;
        this.texts = texts;
        this.board = new Board(document, theme, texts, new Fonts(), tasks, this::changed);
        this.hover = new HoverCard(this, board);
        this.writing = new NoteEditor(this, board);
        this.actions = new SelectionActions(this, board, writing);
        this.pointer = new PointerInput(this, board, hover, this::open, writing::open);
        this.drops = new DropInput(this, board);
        this.scissors = new Scissors(board);
        this.surface = new Surface(board, icons, this::fitIfPending, this::look, painter -> {
            drops.paint(painter);
            actions.paint(painter);
            pointer.gesture().ifPresent(going -> going.paint(painter));
        });
        this.tidier = new Tidier(this, board);
        new KeyInput(this, board, pointer);
        getChildren().addAll(surface, writing);
        getStyleClass().add("convas-canvas");
        setId("canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setMinSize(100, 80);
        setPrefSize(900, 600);
        this.unlisten = document.addListener(this::follow);
        warmUp.setOnFinished(done -> board.placement().warmUp());
        warmUp.playFromStart();
        board.analysed();
        rebuild();
    }

    @Override
    protected void layoutChildren() {
        boolean resized = surface.getWidth() != getWidth() || surface.getHeight() != getHeight();
        // A view that nobody has moved since it was fitted stays fitted when the window grows.
        fitPending |= resized && board.viewport().equals(fitted);
        surface.resizeRelocate(0, 0, getWidth(), getHeight());
        surface.requestLayout();
    }

    private void changed() {
        // The board asks for a repaint while it is being made, too.
        if (surface != null) {
            zoom.set(board.viewport().scale());
            surface.requestLayout();
            writing.place();
            viewListeners.forEach(Runnable::run);
        }
    }

    private void follow(Change change) {
        if (change.place()) {
            visited.put(change.before().sheet().place(), board.viewport());
            Viewport known = visited.get(change.after().sheet().place());
            if (known == null) {
                fitPending = true;
            } else {
                board.viewport(known);
            }
            hover.left();
        }
        if (change.analysis()) {
            board.analysed();
        }
        if (change.place() || change.analysis() || change.design()) {
            rebuild();
        }
        setAccessibleText(new Spoken(texts).of(document, board.picture()));
        changed();
    }

    private void rebuild() {
        board.rebuild(() -> {
            rebuild();
            changed();
        });
        warm();
        setAccessibleText(new Spoken(texts).of(document, board.picture()));
    }

    private Look look() {
        Optional<Gesture> going = pointer.gesture();
        String banner = document.sheet().isEditable() ? tidier.banner() : texts.get("editorcanvas.readOnly");
        String empty = document.sheet().sheet().graph().nodes().isEmpty() ? texts.get("editorcanvas.empty") : "";
        return new Look(
                board.theme(),
                document.selection(),
                hover.node(),
                going.map(Gesture::lift).orElse(Lift.NONE),
                heat,
                new Look.Hints(banner, empty));
    }

    private void fitIfPending() {
        if (fitPending && board.isPlaced()) {
            fit();
        }
    }

    public Document document() {
        return document;
    }

    /** Screen pixels for each pixel of the sheet: 1 is actual size. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    public CanvasTheme theme() {
        return board.theme();
    }

    public void setTheme(CanvasTheme changed) {
        board.theme(changed);
    }

    /** The sheet as it is seen; another object after every change of it. */
    public Picture picture() {
        return board.picture();
    }

    /** The part of the sheet in view. */
    public Bounds visible() {
        return board.viewport().visible(getWidth(), getHeight());
    }

    /** Called when the picture, the part in view, or the theme changed; running the result ends that. */
    public Runnable addViewListener(Runnable listener) {
        viewListeners.add(listener);
        return () -> viewListeners.remove(listener);
    }

    /** Shows everything, not larger than actual size. */
    public void fit() {
        fitPending = false;
        double margin = document.sheet().isEditable() ? FIT_MARGIN : FIT_MARGIN + BANNER;
        fitted = Viewport.fitting(board.picture().bounds(), getWidth(), getHeight(), margin);
        board.viewport(fitted);
    }

    /** Sets the zoom; what is in the middle stays there. */
    public void zoomTo(double scale) {
        fitPending = false;
        board.viewport(board.viewport().zoomed(scale, getWidth() / 2, getHeight() / 2));
    }

    /** Moves a point of the sheet into the middle of the view. */
    public void centerOn(double x, double y) {
        fitPending = false;
        Viewport now = board.viewport();
        board.viewport(now.panned(getWidth() / 2 - now.surfaceX(x), getHeight() / 2 - now.surfaceY(y)));
    }

    /** Moves the view as little as needed to show a node. */
    public void ensureVisible(String nodeId) {
        fitIfPending();
        board.picture()
                .node(nodeId)
                .ifPresent(node ->
                        board.viewport(board.viewport().showing(node.bounds(), getWidth(), getHeight(), FIT_MARGIN)));
    }

    /** The node at a point of the screen. */
    public Optional<String> nodeAt(double screenX, double screenY) {
        Point2D local = screenToLocal(screenX, screenY);
        Point at = board.viewport().sheet(local.getX(), local.getY());
        return board.picture().at(at.x(), at.y(), 1) instanceof Hit.OnNode on
                ? Optional.of(on.node().id())
                : Optional.empty();
    }

    /** Where a point of the sheet is on the screen. */
    public Point2D screenOf(double x, double y) {
        return localToScreen(board.viewport().surfaceX(x), board.viewport().surfaceY(y));
    }

    /** Adds a node of a type where a point of the screen is, as a drop from the palette does; false where it cannot. */
    public boolean dropType(String type, double screenX, double screenY) {
        Point2D local = screenToLocal(screenX, screenY);
        return drops.drop(type, local.getX(), local.getY());
    }

    /**
     * Adds a node of a type: into the wire that is selected, or behind the nodes that are, so that it reads them; with
     * nothing selected in the middle of what is visible, beside what stands there already.
     */
    public boolean addType(String type) {
        boolean added = scissors.add(type, visible());
        document.selection().single().filter(id -> added).ifPresent(this::ensureVisible);
        return added;
    }

    /**
     * Lets a person choose what to add where a point of the screen is: into the wire or behind the node there, else at the
     * place itself.
     *
     * @param typed what is searched for at first
     */
    public void chooseAt(double screenX, double screenY, String typed) {
        Point2D local = screenToLocal(screenX, screenY);
        pointer.choose(local.getX(), local.getY(), typed, this::addType);
    }

    public void selectAll() {
        document.select(Selection.ofNodes(document.sheet().sheet().graph().ids()));
    }

    /** Removes what is selected; what read a removed node reads what came into that, where it was one tensor. */
    public void deleteSelection() {
        actions.sayIfKept();
        board.apply(document.rewiring().delete(document.selection()));
    }

    /** Removes what is selected and every wire that hung on it. */
    public void deleteWithWires() {
        actions.sayIfKept();
        board.apply(document.intents().delete(document.selection()));
    }

    /** Lines up what is selected, and selects along the wires. */
    public Arranger arranger() {
        return new Arranger(board);
    }

    /** What can be done with what is selected. */
    public SelectionActions selected() {
        return actions;
    }

    /** Goes from node to node by keyboard. */
    public Walker walker() {
        return new Walker(this);
    }

    /** Shows a number for each node by its colour, or the categories again where there is none. */
    public void setOverlay(Optional<Overlay> wanted) {
        overlay = wanted;
        warm();
        changed();
    }

    /** Called when other numbers are shown by colour than before. */
    public void setOnHeat(Runnable action) {
        onHeat = action;
    }

    /** The number that is shown by colour. */
    public Optional<Overlay> overlay() {
        return overlay;
    }

    /** How the numbers that are shown on this sheet become colours. */
    public Optional<Heat> heat() {
        return heat.map(HeatLook::heat);
    }

    private void warm() {
        heat = overlay.map(
                shown -> HeatLook.of(shown, board.picture().nodes(), texts.get("editoroverlay.logarithmic")));
        onHeat.run();
    }

    /** Whether cards that are moved come to rest in line with others or on the grid. */
    public void setSnapping(boolean snapping) {
        board.snapping(snapping);
    }

    /** How a person chooses a node type where the canvas asks for one. */
    public void setTypeChoice(TypeChoice choice) {
        board.types(choice);
    }

    public void copy() {
        scissors.copy();
    }

    public void cut() {
        if (scissors.copy()) {
            deleteSelection();
        }
    }

    public void paste() {
        scissors.paste(visible(), false);
    }

    /** Pastes so that the copies read what their originals read. */
    public void pasteConnected() {
        scissors.paste(visible(), true);
    }

    public void duplicate() {
        scissors.duplicate();
    }

    /** Shows bodies of modules in place. */
    public Unfolder unfolder() {
        return new Unfolder(board);
    }

    /** Lays the sheet out anew. */
    public Tidier tidier() {
        return tidier;
    }

    /** Opens the body of the selected module, as a double click does; false where that is none. */
    public boolean openSelected() {
        Selection selection = document.selection();
        return selection.inner().or(selection::single).filter(this::open).isPresent();
    }

    /** A node of this sheet, or one in a body that is shown in place; one that is no module opens the body it is in. */
    private boolean open(String id) {
        int cut = id.lastIndexOf('/');
        if (cut >= 0) {
            document.sheetOf(id).ifPresent(sheet -> document.show(sheet.place()));
            String name = id.substring(cut + 1);
            if (!document.open(name)) {
                document.select(Selection.ofNode(name));
            }
            onOpenModule.accept(name);
            return true;
        }
        boolean opened = document.open(id);
        if (opened) {
            onOpenModule.accept(id);
        }
        return opened;
    }

    /** Called with the id of a module that a person opened; the document has it open already. */
    public void setOnOpenModule(Consumer<String> action) {
        onOpenModule = action;
    }

    /** What is to be said briefly, for instance why two ports do not fit: to show in the status bar. Empty clears it. */
    public void setOnHint(Consumer<String> action) {
        board.onHint(action);
    }

    /** What the tooltip says; empty while there is none. */
    public String tooltipText() {
        return hover.shown();
    }

    /** Where nodes would stand when moved by so many pixels of the sheet. */
    public Map<String, Point> movedBy(Collection<String> ids, double dx, double dy) {
        return MoveGesture.moved(board.picture(), Set.copyOf(ids), dx, dy);
    }

    /** The whole sheet as a picture, independent of what is visible. */
    public WritableImage picture(double scale) {
        return new Photo(icons, board.fonts()).of(board.picture(), board.theme(), scale);
    }

    @Override
    public void close() {
        unlisten.run();
        warmUp.stop();
        hover.left();
    }
}
