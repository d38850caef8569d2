package convas.editor.canvas.paint;

import convas.editor.document.Selection;
import java.util.Optional;

/**
 * How a picture is to be shown.
 *
 * @param hover id of the node under the pointer
 * @param lift nodes that are being dragged
 * @param heat the overlay, where one is wanted
 * @param hints what is said at the top of the surface, and in the middle of it while the sheet is empty
 */
public record Look(
        CanvasTheme theme,
        Selection selection,
        Optional<String> hover,
        Lift lift,
        Optional<HeatLook> heat,
        Hints hints) {
    /**
     * Words on the ground; empty where there is nothing to say.
     *
     * @param banner for instance that a body may only be looked at
     * @param empty what to do with an empty sheet
     */
    public record Hints(String banner, String empty) {
        public static final Hints NONE = new Hints("", "");
    }

    /** The same with an overlay. */
    public Look with(Optional<HeatLook> other) {
        return new Look(theme, selection, hover, lift, other, hints);
    }

    public static Look plain(CanvasTheme theme, Selection selection) {
        return new Look(theme, selection, Optional.empty(), Lift.NONE, Optional.empty(), Hints.NONE);
    }
}
