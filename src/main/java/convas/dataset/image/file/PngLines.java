package convas.dataset.image.file;

import convas.dataset.BrokenImageException;
import java.io.IOException;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks the lines of a PNG file and undoes what was done to pack them better. */
final class PngLines implements AutoCloseable {
    private final Inflater inflater = new Inflater();
    private final byte[] content;
    private final List<int[]> pieces;
    private int piece;

    /** @param pieces start and length of each */
    PngLines(byte[] content, List<int[]> pieces) {
        this.content = content;
        this.pieces = pieces;
    }

    /**
     * The next line, in place of the one above.
     *
     * @param line a byte for the filter, and the line above; zeros where there is none
     * @param above receives the line above
     * @param step bytes of a pixel, at least one
     */
    void next(byte[] line, byte[] above, int step) throws IOException {
        System.arraycopy(line, 0, above, 0, line.length);
        fill(line);
        switch (line[0]) {
            case 0 -> {
                // As it is.
            }
            case 1 -> {
                for (int index = 1 + step; index < line.length; index++) {
                    line[index] += line[index - step];
                }
            }
            case 2 -> {
                for (int index = 1; index < line.length; index++) {
                    line[index] += above[index];
                }
            }
            case 3 -> {
                for (int index = 1; index < line.length; index++) {
                    int left = index > step ? line[index - step] & 0xff : 0;
                    line[index] += (byte) (left + (above[index] & 0xff) >> 1);
                }
            }
            case 4 -> paeth(line, above, step);
            default -> throw BrokenImageException.damaged("IDAT " + (line[0] & 0xff));
        }
    }

    private static void paeth(byte[] line, byte[] above, int step) {
        for (int index = 1; index < line.length; index++) {
            int left = index > step ? line[index - step] & 0xff : 0;
            int corner = index > step ? above[index - step] & 0xff : 0;
            int up = above[index] & 0xff;
            int toLeft = Math.abs(up - corner);
            int toUp = Math.abs(left - corner);
            int toCorner = Math.abs(left + up - 2 * corner);
            int guess = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
            line[index] += (byte) guess;
        }
    }

    private void fill(byte[] line) throws IOException {
        int at = 0;
        try {
            while (at < line.length) {
                int count = inflater.inflate(line, at, line.length - at);
                at += count;
                if (count == 0 && at < line.length) {
                    more();
                }
            }
        } catch (DataFormatException damaged) {
            throw BrokenImageException.damaged(damaged);
        }
    }

    private void more() throws IOException {
        if (inflater.finished() || inflater.needsDictionary() || !inflater.needsInput() || piece == pieces.size()) {
            throw BrokenImageException.cut();
        }
        int[] next = pieces.get(piece++);
        inflater.setInput(content, next[0], next[1]);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
