package convas.dataset.image.file;

/** Cyan, magenta, yellow and black as colours of a screen, as Pillow has them, without colour profiles. */
final class Inks {
    private Inks() {}

    /**
     * One pixel of a JPEG file, where Adobe keeps 255 for no ink.
     *
     * @param transformed whether the first three are brightness and differences of colour
     */
    static void toColours(int[] inks, int at, boolean transformed, byte[] colours, int to) {
        int first = inks[at];
        int second = inks[at + 1];
        int third = inks[at + 2];
        int rest = inks[at + 3];
        if (transformed) {
            double blue = second - 128;
            double red = third - 128;
            // What the brightness stands for is 255 less the ink as it is kept.
            second = 255 - rounded(first - 0.344136286 * blue - 0.714136286 * red);
            third = 255 - rounded(first + 1.772 * blue);
            first = 255 - rounded(first + 1.402 * red);
        }
        ofInks(255 - first, 255 - second, 255 - third, 255 - rest, colours, to);
    }

    /** Of inks of which 0 is none. */
    static void ofInks(int cyan, int magenta, int yellow, int black, byte[] colours, int to) {
        int left = 255 - black;
        colours[to] = (byte) (left - share(cyan, left));
        colours[to + 1] = (byte) (left - share(magenta, left));
        colours[to + 2] = (byte) (left - share(yellow, left));
    }

    private static int rounded(double value) {
        return (int) Math.max(0, Math.min(255, Math.floor(value + 0.5)));
    }

    private static int share(int ink, int left) {
        return (ink * left + 127) / 255;
    }
}
