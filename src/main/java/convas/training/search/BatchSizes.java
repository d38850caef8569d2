package convas.training.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Batch sizes that were tried, each twice the last, and what they say. Not to be used by several threads at once. */
public final class BatchSizes {
    private static final double GAIN = 1.05;
    /** Of the memory that is free; the rest is for the window, other programs, and what the estimate misses. */
    private static final double SHARE = 0.8;

    private final List<Point> points = new ArrayList<>();

    /**
     * One batch size.
     *
     * @param memory bytes of the process; absent where the system does not tell
     */
    public record Point(int batch, double imagesPerSecond, OptionalLong memory) {}

    public void add(Point point) {
        points.add(point);
    }

    public List<Point> points() {
        return List.copyOf(points);
    }

    /**
     * Why the next size, twice the last, is not to be tried; empty where it is.
     *
     * @param images to train on
     * @param before bytes of the process before the first size
     * @param free bytes that can be had now
     */
    public Optional<Search.End> end(int images, OptionalLong before, OptionalLong free) {
        Point last = points.get(points.size() - 1);
        if (hasNoGain()) {
            return Optional.of(Search.End.NO_GAIN);
        } else if (2L * last.batch() > images) {
            return Optional.of(Search.End.DATA);
        } else if (last.memory().isPresent() && before.isPresent() && free.isPresent()) {
            // What this size has added comes once more.
            long more = last.memory().getAsLong() - before.getAsLong();
            if (more > SHARE * free.getAsLong()) {
                return Optional.of(Search.End.MEMORY);
            }
        }
        return Optional.empty();
    }

    /** The size beyond which nothing was gained, or the largest that was tried; absent where none was. */
    public OptionalInt suggestion() {
        if (points.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(points.get(points.size() - (hasNoGain() ? 2 : 1)).batch());
    }

    private boolean hasNoGain() {
        int count = points.size();
        return count > 1
                && points.get(count - 1).imagesPerSecond()
                        < GAIN * points.get(count - 2).imagesPerSecond();
    }
}
