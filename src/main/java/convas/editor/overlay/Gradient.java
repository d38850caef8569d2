package convas.editor.overlay;

/**
 * Colours from cold to warm that grow lighter evenly and stay apart for people who see no red or no green: blue over grey
 * to yellow, in the manner of the map "cividis" (Nunez, Anderton, Renslow, PLOS ONE 13(7), 2018).
 */
public final class Gradient {
    /** Red, green, blue at even steps. */
    private static final int[][] STOPS = {
        {0, 34, 78}, {53, 69, 108}, {102, 105, 112}, {148, 142, 119}, {200, 184, 102}, {254, 232, 56}
    };

    private Gradient() {}

    /** The colour at a warmth from 0 to 1, as {@code 0xRRGGBB}. */
    public static int at(double level) {
        double place = Math.max(0, Math.min(1, level)) * (STOPS.length - 1);
        int stop = Math.min(STOPS.length - 2, (int) place);
        double share = place - stop;
        int color = 0;
        for (int channel = 0; channel < 3; channel++) {
            double mixed = STOPS[stop][channel] + share * (STOPS[stop + 1][channel] - STOPS[stop][channel]);
            color = color << 8 | (int) Math.round(mixed);
        }
        return color;
    }
}
