package convas.editor.tip;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollPane;
import javafx.stage.Screen;
import javafx.stage.Window;

/**
 * Keeps a dialog on the screen: content that is too high for that is scrolled, so that header and buttons stay in sight, and
 * the window is moved up where it would end below.
 */
public final class OnScreen {
    /** For the header, the buttons, and the frame of a window manager. */
    private static final double AROUND = 230;

    private OnScreen() {}

    /** To be called when the dialog has its content, and before it is shown. */
    public static void keep(Dialog<?> dialog, Window owner) {
        Rectangle2D screen = of(owner);
        DialogPane pane = dialog.getDialogPane();
        ScrollPane scroll = new ScrollPane(pane.getContent());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMaxHeight(screen.getHeight() - AROUND);
        pane.setContent(scroll);
        // Some window managers, openbox among them, show a window that may change its size as small as they like.
        dialog.setResizable(false);
        dialog.heightProperty().addListener((property, before, now) -> {
            double lowest = screen.getMaxY() - now.doubleValue();
            if (dialog.getY() > lowest) {
                dialog.setY(Math.max(screen.getMinY(), lowest));
            }
        });
    }

    private static Rectangle2D of(Window owner) {
        return Screen.getScreensForRectangle(
                        owner.getX(), owner.getY(), Math.max(1, owner.getWidth()), Math.max(1, owner.getHeight()))
                .stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
    }
}
