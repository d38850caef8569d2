package convas.editor.comfort;

import convas.editor.Settings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window stands and how large it is, kept from one start to the next. */
public final class WindowPlace {
    private static final String BOUNDS = "window.bounds";
    private static final String MAXIMISED = "window.maximised";
    /** So much of the window's top must be on a screen for a hand to reach it. */
    private static final double GRIP_WIDTH = 120;

    private static final double GRIP_HEIGHT = 40;

    /** What a window manager may put around a window, and a panel beside it. */
    private static final double FRAME = 60;

    private final Settings settings;

    public WindowPlace(Settings settings) {
        this.settings = settings;
    }

    /**
     * Puts a window that is not shown yet where it was, where that is on a screen that is there now. Otherwise it gets the
     * size given, and fills a screen that has hardly room for that: what a window manager makes of a window as large as
     * the screen, with a frame around it, is for each its own, and may be half of it.
     */
    public void restore(Stage stage, double width, double height) {
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Optional<Rectangle2D> place = kept().flatMap(wanted -> fitting(wanted, screens));
        Rectangle2D main = Screen.getPrimary().getVisualBounds();
        boolean fills = place.isEmpty() && (main.getWidth() < width + FRAME || main.getHeight() < height + FRAME);
        Rectangle2D at = place.orElseGet(() -> middle(main, width, height));
        stage.setX(at.getMinX());
        stage.setY(at.getMinY());
        stage.setWidth(at.getWidth());
        stage.setHeight(at.getHeight());
        stage.setMaximized(
                fills || settings.get(MAXIMISED).map(Boolean::parseBoolean).orElse(false));
    }

    /** A place of this size in the middle of a screen, or all of that. */
    private static Rectangle2D middle(Rectangle2D screen, double width, double height) {
        double wide = Math.min(width, screen.getWidth());
        double high = Math.min(height, screen.getHeight());
        return new Rectangle2D(
                screen.getMinX() + (screen.getWidth() - wide) / 2,
                screen.getMinY() + (screen.getHeight() - high) / 2,
                wide,
                high);
    }

    /** Remembers; a window that fills its screen keeps the size that it had before. */
    public void keep(Stage stage) {
        settings.set(MAXIMISED, Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            settings.set(BOUNDS, stage.getX() + " " + stage.getY() + " " + stage.getWidth() + " " + stage.getHeight());
        }
    }

    private Optional<Rectangle2D> kept() {
        String[] parts = settings.get(BOUNDS).orElse("").split(" ");
        try {
            return parts.length == 4
                    ? Optional.of(new Rectangle2D(
                            Double.parseDouble(parts[0]),
                            Double.parseDouble(parts[1]),
                            Double.parseDouble(parts[2]),
                            Double.parseDouble(parts[3])))
                    : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The place, moved so that the whole window is on the screen that it is on. Absent where no screen shows enough of its
     * top to move it, and where it is larger than its screen, as one that was larger: what then becomes of a first window
     * becomes of it.
     */
    static Optional<Rectangle2D> fitting(Rectangle2D wanted, Collection<Rectangle2D> screens) {
        for (Rectangle2D screen : screens) {
            double across = Math.min(wanted.getMaxX(), screen.getMaxX()) - Math.max(wanted.getMinX(), screen.getMinX());
            boolean topIsSeen =
                    wanted.getMinY() >= screen.getMinY() - 1 && wanted.getMinY() + GRIP_HEIGHT <= screen.getMaxY();
            if (topIsSeen && across >= GRIP_WIDTH) {
                return Optional.of(wanted)
                        .filter(size -> size.getWidth() <= screen.getWidth() && size.getHeight() <= screen.getHeight())
                        .map(size -> new Rectangle2D(
                                within(size.getMinX(), screen.getMinX(), screen.getMaxX() - size.getWidth()),
                                within(size.getMinY(), screen.getMinY(), screen.getMaxY() - size.getHeight()),
                                size.getWidth(),
                                size.getHeight()));
            }
        }
        return Optional.empty();
    }

    private static double within(double place, double least, double most) {
        return Math.max(least, Math.min(place, most));
    }
}
