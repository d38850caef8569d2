package convas.editor.tip;

import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * A tooltip that is made when the mouse first comes to its control. Each is a popup with a scene and all style sheets of
 * its own: a panel with fifty of them would take the window's time for words that are hardly ever looked at.
 */
public final class LateTip {
    private final Control control;
    private final double width;
    private final EventHandler<MouseEvent> coming = event -> make();
    private String text;
    private Tooltip made;

    private LateTip(Control control, String text, double width) {
        this.control = control;
        this.text = text;
        this.width = width;
        control.setAccessibleHelp(text);
        control.addEventHandler(MouseEvent.MOUSE_ENTERED, coming);
    }

    /** Gives a control its words, its only tip; there is none while they are empty. */
    public static LateTip on(Control control, String text) {
        return wrapped(control, text, 0);
    }

    /** The same in lines of at most this width. */
    public static LateTip wrapped(Control control, String text, double width) {
        return new LateTip(control, text, width);
    }

    /** Other words from now on. */
    public void text(String now) {
        if (!text.equals(now)) {
            text = now;
            control.setAccessibleHelp(now);
            if (made != null) {
                made.setText(now);
                control.setTooltip(now.isEmpty() ? null : made);
            }
        }
    }

    private void make() {
        if (text.isEmpty()) {
            return;
        }
        control.removeEventHandler(MouseEvent.MOUSE_ENTERED, coming);
        made = new Tooltip(text);
        if (width > 0) {
            made.setWrapText(true);
            made.setMaxWidth(width);
        }
        control.setTooltip(made);
    }
}
