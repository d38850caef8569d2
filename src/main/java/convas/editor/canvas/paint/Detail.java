package convas.editor.canvas.paint;

/** How much is drawn of a card, by how large it is on the screen. */
public enum Detail {
    /** A small box in the category's colour. */
    BOX,
    /** The card with its icon. */
    CARD,
    /** The card with its title. */
    TITLE,
    /** Everything. */
    FULL;

    /** The detail that can be read at a scale. */
    public static Detail at(double scale) {
        return scale < 0.22 ? BOX : scale < 0.42 ? CARD : scale < 0.6 ? TITLE : FULL;
    }
}
