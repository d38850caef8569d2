package convas.dataset.image;

/** Turns a small image upright. */
final class Orientation {
    private Orientation() {}

    /** Whether height and width change places. */
    static boolean isAcross(int orientation) {
        return orientation >= 5;
    }

    /**
     * An image as it is to be seen.
     *
     * @param width of the result
     * @param height of the result
     * @param orientation as EXIF numbers them
     */
    static byte[] upright(byte[] stored, int width, int height, int bands, int orientation) {
        if (orientation == 1) {
            return stored;
        }
        byte[] seen = new byte[stored.length];
        int storedWidth = isAcross(orientation) ? height : width;
        int right = width - 1;
        int bottom = height - 1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int source = switch (orientation) {
                    case 2 -> y * storedWidth + right - x;
                    case 3 -> (bottom - y) * storedWidth + right - x;
                    case 4 -> (bottom - y) * storedWidth + x;
                    case 5 -> x * storedWidth + y;
                    case 6 -> (right - x) * storedWidth + y;
                    case 7 -> (right - x) * storedWidth + bottom - y;
                    default -> x * storedWidth + bottom - y;
                };
                System.arraycopy(stored, source * bands, seen, (y * width + x) * bands, bands);
            }
        }
        return seen;
    }
}
