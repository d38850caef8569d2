package convas.editor.canvas.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which straight lines wires run along already, so that no other wire takes the same. Level and upright lines only; x
 * runs along the flow here.
 */
final class Tracks {
    /** From one line to the next beside it. */
    static final double APART = 8;

    private static final double NEAR = APART - 1.5;
    private static final double CELL = 256;

    /** @param source the port that the wire starts at */
    private record Line(Bounds place, boolean level, Object source) {}

    private final Map<Long, List<Line>> cells = new HashMap<>();

    /** Takes a line; one that goes to both sides takes none. */
    void take(double x1, double y1, double x2, double y2, Object source) {
        Bounds place = new Bounds(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
        Line line = new Line(place, place.height() < place.width(), source);
        for (long column = cell(place.minX()); column <= cell(place.maxX()); column++) {
            for (long row = cell(place.minY()); row <= cell(place.maxY()); row++) {
                cells.computeIfAbsent(key(column, row), none -> new ArrayList<>())
                        .add(line);
            }
        }
    }

    /**
     * How many wires a line would cross; -1 where it would lie on one or right beside it.
     *
     * @param source wires that start here too are crossed for nothing
     * @param stub whether the line may lie on one that starts at the same port, as close to that port
     */
    int crossed(Bounds place, Object source, boolean stub) {
        boolean level = place.height() < place.width();
        Bounds around = place.grown(NEAR);
        int crossed = 0;
        for (long column = cell(around.minX()); column <= cell(around.maxX()); column++) {
            for (long row = cell(around.minY()); row <= cell(around.maxY()); row++) {
                List<Line> here = cells.get(key(column, row));
                for (int at = 0; here != null && at < here.size(); at++) {
                    Line line = here.get(at);
                    boolean same = line.source().equals(source);
                    if (line.level() == level) {
                        if (line.place().meets(around) && !(same && stub)) {
                            return -1;
                        }
                    } else if (!same && line.place().meets(place)) {
                        double x = level ? line.place().minX() : place.minX();
                        double y = level ? place.minY() : line.place().minY();
                        crossed += cell(x) == column && cell(y) == row ? 1 : 0;
                    }
                }
            }
        }
        return crossed;
    }

    /** Whether no wire but those of a source runs through an area. */
    boolean isFree(Bounds area, Object source) {
        for (long column = cell(area.minX()); column <= cell(area.maxX()); column++) {
            for (long row = cell(area.minY()); row <= cell(area.maxY()); row++) {
                for (Line line : cells.getOrDefault(key(column, row), List.of())) {
                    if (!line.source().equals(source) && line.place().meets(area)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static long cell(double at) {
        return (long) Math.floor(at / CELL);
    }

    private static long key(long column, long row) {
        return column << 32 ^ (row & 0xffff_ffffL);
    }
}
