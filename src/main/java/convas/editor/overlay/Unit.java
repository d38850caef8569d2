package convas.editor.overlay;

import convas.editor.Figures;

/** What a number per node counts, and so how it is written. */
public enum Unit {
    COUNT,
    BYTES,
    MACS_PER_BYTE,
    PIXELS,
    MILLISECONDS,
    /** How many times as much as on average. */
    TIMES;

    /** The number with its unit, in few characters. */
    public String shown(double value) {
        return switch (this) {
            case COUNT -> Figures.brief(value);
            case BYTES -> Figures.bytes(Math.round(value));
            case MACS_PER_BYTE -> Figures.brief(value) + " MAC/B";
            case PIXELS -> Figures.brief(value) + " px";
            case MILLISECONDS -> Figures.milliseconds(value);
            case TIMES -> "\u00d7" + Figures.brief(value);
        };
    }
}
