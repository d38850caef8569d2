package convas.editor.canvas;

import convas.editor.canvas.paint.FxPainter;
import convas.editor.canvas.paint.Icons;
import convas.editor.canvas.paint.Look;
import convas.editor.canvas.paint.SheetPainter;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * The pixels. Painted at most once a frame, in the layout pass; nothing around it is laid out again for that, since it
 * is not managed by its parent.
 */
final class Surface extends Region {
    private final Canvas canvas = new Canvas();
    private final Board board;
    private final Icons icons;
    private final SheetPainter sheetPainter;
    private final FxPainter painter;
    private final Supplier<Look> look;
    private final Consumer<FxPainter> overlay;
    private final Runnable before;
    private final PauseTransition soon = new PauseTransition(Duration.millis(15));

    /**
     * @param before called ahead of each frame, for instance to fit a new sheet into the view
     * @param overlay draws on top of the sheet
     */
    Surface(Board board, Icons icons, Runnable before, Supplier<Look> look, Consumer<FxPainter> overlay) {
        this.board = board;
        this.icons = icons;
        this.before = before;
        this.look = look;
        this.overlay = overlay;
        this.sheetPainter = new SheetPainter(board.fonts());
        this.painter = new FxPainter(canvas.getGraphicsContext2D(), board.fonts(), icons);
        setManaged(false);
        setMouseTransparent(true);
        getChildren().add(canvas);
        canvas.setManaged(false);
        soon.setOnFinished(done -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (width < 1 || height < 1) {
            return;
        }
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        board.size(width, height);
        before.run();
        double ratio = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        painter.resize(width, height, ratio);
        icons.nextFrame();
        sheetPainter.paint(painter, board.picture(), board.viewport(), width, height, look.get());
        overlay.accept(painter);
        if (icons.isBehind()) {
            soon.playFromStart();
        }
    }
}
