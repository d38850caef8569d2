package convas.editor.compare;

import convas.editor.canvas.layout.AutoLayout;
import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.canvas.paint.Fonts;
import convas.editor.canvas.paint.FxPainter;
import convas.editor.canvas.paint.Icons;
import convas.editor.canvas.paint.Look;
import convas.editor.canvas.paint.SheetPainter;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.Hit;
import convas.editor.canvas.picture.Picture;
import convas.editor.canvas.picture.PictureBuilder;
import convas.editor.canvas.picture.Viewport;
import convas.editor.document.Findings;
import convas.editor.document.OpenSheet;
import convas.editor.document.Place;
import convas.editor.document.Selection;
import convas.editor.task.Tasks;
import convas.graph.Flow;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.View;
import convas.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of the two sheets: to be looked at, panned, zoomed and clicked on, never edited. */
final class DiffCanvas extends Region {
    private static final Logger LOG = LoggerFactory.getLogger(DiffCanvas.class);
    private static final double MARGIN = 48;
    private static final double CLICK = 4;
    /** At this scale a card's words can be read. */
    private static final double READABLE = 0.7;

    private final Canvas canvas = new Canvas();
    private final CanvasTheme theme;
    private final Texts texts;
    private final Tasks tasks;
    private final Fonts fonts = new Fonts();
    private final Icons icons = new Icons();
    private final SheetPainter sheetPainter = new SheetPainter(fonts);
    private final DiffPainter diffPainter = new DiffPainter(fonts);
    private final FxPainter painter = new FxPainter(canvas.getGraphicsContext2D(), fonts, icons);
    private final PauseTransition soon = new PauseTransition(Duration.millis(15));
    private Optional<Future<?>> layouting = Optional.empty();
    private Picture picture = Picture.EMPTY;
    private Viewport viewport = Viewport.START;
    private DiffPainter.Marks marks = DiffPainter.Marks.NONE;
    private Optional<String> selected = Optional.empty();
    private Optional<String> wanted = Optional.empty();
    private boolean fitPending = true;
    private double pressedX;
    private double pressedY;
    private double lastX;
    private double lastY;
    private Consumer<Motion> onMotion = motion -> {};
    private Consumer<String> onClick = id -> {};
    private Consumer<String> onOpen = id -> {};

    /** A change of the view made by a person: panned by so much, then zoomed about a part of the surface. */
    record Motion(double dx, double dy, double factor, double aboutX, double aboutY) {
        static Motion pan(double dx, double dy) {
            return new Motion(dx, dy, 1, 0, 0);
        }
    }

    DiffCanvas(String id, String name, CanvasTheme theme, Texts texts, Tasks tasks) {
        this.theme = theme;
        this.texts = texts;
        this.tasks = tasks;
        setId(id);
        getStyleClass().add("compare-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(name);
        setMinSize(120, 80);
        setPrefSize(600, 400);
        getChildren().add(canvas);
        canvas.setManaged(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        soon.setOnFinished(done -> requestLayout());
        focusedProperty().addListener((property, before, now) -> requestLayout());
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        setOnScroll(this::scrolled);
    }

    /** What a person does to the view, for the other canvas to follow. */
    void setOnMotion(Consumer<Motion> action) {
        onMotion = action;
    }

    void setOnClick(Consumer<String> action) {
        onClick = action;
    }

    /** Called with the id of a node that was clicked twice. */
    void setOnOpen(Consumer<String> action) {
        onOpen = action;
    }

    /** Shows a sheet of a design. */
    void show(Version version, Place place) {
        OpenSheet open = version.sheet(place);
        Findings findings = version.analysis().map(Findings::of).orElse(Findings.NONE);
        PictureBuilder builder = new PictureBuilder(
                version.catalog(),
                findings,
                texts,
                fonts,
                View.PLAIN.withFlow(version.design().view().flow()));
        layouting.ifPresent(job -> job.cancel(true));
        layouting = Optional.empty();
        List<Node> nodes = open.sheet().graph().nodes();
        Layout known = open.sheet().layout();
        if (nodes.stream().allMatch(node -> known.of(node.id()).isPresent())) {
            place(builder.build(open, Layout.EMPTY, picture));
            return;
        }
        Flow flow = version.design().view().flow();
        layouting = Optional.of(tasks.start(
                () -> AutoLayout.of(
                        open,
                        nodes,
                        flow,
                        node -> builder.size(node, open.sheet().graph()),
                        Tasks::isCancelled),
                found -> place(builder.build(open, found, picture)),
                failure -> LOG.warn("The automatic layout failed", failure)));
    }

    private void place(Picture made) {
        picture = made;
        wanted.ifPresent(this::center);
        requestLayout();
    }

    /** Nothing is shown. */
    void clear() {
        picture = Picture.EMPTY;
        requestLayout();
    }

    void mark(DiffPainter.Marks changed) {
        marks = changed;
        requestLayout();
    }

    /** Selects a node where there is one of this id, else nothing. */
    void select(Optional<String> id) {
        selected = id;
        requestLayout();
    }

    /** Moves a node into the middle, now or as soon as its place is known. */
    void center(String id) {
        wanted = Optional.of(id);
        picture.node(id).ifPresent(node -> {
            wanted = Optional.empty();
            center(node.bounds());
        });
        requestLayout();
    }

    /** Moves a part of the sheet into the middle. */
    void center(Bounds area) {
        fitPending = false;
        double scale = Math.max(viewport.scale(), READABLE);
        viewport =
                new Viewport(scale, getWidth() / 2 - area.centerX() * scale, getHeight() / 2 - area.centerY() * scale);
        requestLayout();
    }

    void fit() {
        fitPending = true;
        wanted = Optional.empty();
        requestLayout();
    }

    Picture picture() {
        return picture;
    }

    Viewport viewport() {
        return viewport;
    }

    Optional<String> selected() {
        return selected;
    }

    DiffPainter.Marks marks() {
        return marks;
    }

    /** Moves the view and tells the other. */
    void moveBy(Motion motion) {
        follow(motion);
        onMotion.accept(motion);
    }

    /** Moves the view as the other was moved. */
    void follow(Motion motion) {
        fitPending = false;
        viewport = viewport.panned(motion.dx(), motion.dy())
                .zoomed(
                        viewport.scale() * motion.factor(),
                        motion.aboutX() * getWidth(),
                        motion.aboutY() * getHeight());
        requestLayout();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        pressedX = event.getX();
        pressedY = event.getY();
        lastX = pressedX;
        lastY = pressedY;
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            at(event).ifPresent(onOpen);
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        moveBy(Motion.pan(event.getX() - lastX, event.getY() - lastY));
        lastX = event.getX();
        lastY = event.getY();
        event.consume();
    }

    private void released(MouseEvent event) {
        boolean still = Math.hypot(event.getX() - pressedX, event.getY() - pressedY) < CLICK;
        if (still && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1) {
            at(event).ifPresent(onClick);
        }
        event.consume();
    }

    private Optional<String> at(MouseEvent event) {
        Point place = viewport.sheet(event.getX(), event.getY());
        return picture.at(place.x(), place.y(), 1) instanceof Hit.OnNode on
                ? Optional.of(on.node().id())
                : Optional.empty();
    }

    private void scrolled(ScrollEvent event) {
        if (event.isControlDown() || event.isShortcutDown()) {
            double factor = Math.pow(1.1, event.getDeltaY() / 40);
            moveBy(new Motion(0, 0, factor, event.getX() / getWidth(), event.getY() / getHeight()));
        } else {
            moveBy(Motion.pan(event.getDeltaX(), event.getDeltaY()));
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (width < 1 || height < 1) {
            return;
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        if (fitPending && !picture.nodes().isEmpty()) {
            fitPending = false;
            viewport = Viewport.fitting(picture.bounds(), width, height, MARGIN);
        }
        double ratio = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        painter.resize(width, height, ratio);
        icons.nextFrame();
        Selection selection = selected.map(Selection::ofNode).orElse(Selection.NONE);
        sheetPainter.paint(painter, picture, viewport, width, height, Look.plain(theme, selection));
        diffPainter.paint(painter, picture, viewport, width, height, marks, theme);
        if (icons.isBehind()) {
            soon.playFromStart();
        }
    }
}
