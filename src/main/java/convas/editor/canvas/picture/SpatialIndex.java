package convas.editor.canvas.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Finds what is in a rectangle without looking at everything: a grid of cells, each with the things that touch it.
 * Things that span very many cells stand in a list of their own. One thread at a time asks.
 *
 * @param <T> what is found
 */
public final class SpatialIndex<T> {
    private static final double CELL = 512;
    private static final int MOST_CELLS = 64;

    private final List<T> items;
    private final List<Bounds> places;
    private final Map<Long, int[]> cells = new HashMap<>();
    private final List<Integer> large = new ArrayList<>();
    private final int[] seen;
    private int round;

    public SpatialIndex(List<T> items, Function<? super T, Bounds> where) {
        this.items = List.copyOf(items);
        this.places = this.items.stream().map(item -> where.apply(item)).toList();
        this.seen = new int[items.size()];
        for (int index = 0; index < places.size(); index++) {
            add(index, places.get(index));
        }
    }

    private void add(int index, Bounds place) {
        if (place.isEmpty()) {
            return;
        }
        long left = cell(place.minX());
        long right = cell(place.maxX());
        long top = cell(place.minY());
        long bottom = cell(place.maxY());
        if ((right - left + 1) * (bottom - top + 1) > MOST_CELLS) {
            large.add(index);
            return;
        }
        for (long column = left; column <= right; column++) {
            for (long row = top; row <= bottom; row++) {
                cells.merge(key(column, row), new int[] {1, index}, SpatialIndex::append);
            }
        }
    }

    /** Arrays with their count in front, which grow by half. */
    private static int[] append(int[] old, int[] one) {
        int count = old[0] + 1;
        int[] longer = count < old.length ? old : Arrays.copyOf(old, count + count / 2 + 1);
        longer[count] = one[1];
        longer[0] = count;
        return longer;
    }

    /** Hands over everything whose rectangle meets {@code area}, each once, in no order. */
    public void within(Bounds area, Consumer<? super T> found) {
        long left = cell(area.minX());
        long right = cell(area.maxX());
        long top = cell(area.minY());
        long bottom = cell(area.maxY());
        if ((right - left + 1.0) * (bottom - top + 1.0) >= cells.size()) {
            everyMeeting(area, found);
            return;
        }
        round++;
        for (int index : large) {
            offer(index, area, found);
        }
        for (long column = left; column <= right; column++) {
            for (long row = top; row <= bottom; row++) {
                int[] here = cells.get(key(column, row));
                for (int at = 1; here != null && at <= here[0]; at++) {
                    offer(here[at], area, found);
                }
            }
        }
    }

    private void everyMeeting(Bounds area, Consumer<? super T> found) {
        for (int index = 0; index < places.size(); index++) {
            if (places.get(index).meets(area)) {
                found.accept(items.get(index));
            }
        }
    }

    private void offer(int index, Bounds area, Consumer<? super T> found) {
        if (seen[index] != round) {
            seen[index] = round;
            if (places.get(index).meets(area)) {
                found.accept(items.get(index));
            }
        }
    }

    private static long cell(double at) {
        return (long) Math.floor(at / CELL);
    }

    private static long key(long column, long row) {
        return column << 32 ^ (row & 0xffff_ffffL);
    }
}
