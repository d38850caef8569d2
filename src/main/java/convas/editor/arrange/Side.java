package convas.editor.arrange;

/** What cards are lined up by. */
public enum Side {
    LEFT,
    CENTER,
    RIGHT,
    TOP,
    MIDDLE,
    BOTTOM;

    /** Whether places along the x axis change. */
    boolean horizontal() {
        return this == LEFT || this == CENTER || this == RIGHT;
    }
}
