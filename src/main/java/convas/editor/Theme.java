package convas.editor;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import convas.editor.canvas.paint.CanvasTheme;

/** How the window looks: AtlantaFX's style sheet, ours on top, and the canvas' colours. */
public enum Theme {
    LIGHT,
    DARK;

    /** The theme remembered under this name; light where there is none. */
    public static Theme named(String name) {
        return "dark".equalsIgnoreCase(name) ? DARK : LIGHT;
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** The base style sheet, for {@code Application.setUserAgentStylesheet}. */
    public String userAgentStylesheet() {
        return this == LIGHT ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet();
    }

    public CanvasTheme canvas() {
        return this == LIGHT ? CanvasTheme.light() : CanvasTheme.darkTheme();
    }

    /** The style class of the window's root, under which our sheet looks up its colours. */
    public String styleClass() {
        return this == LIGHT ? "convas-light" : "convas-dark";
    }
}
