package convas.training.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Losses over growing learning rates, and what they say. Not to be used by several threads at once. */
public final class RateCurve {
    /** How much of the smoothed loss is that of the steps before. */
    private static final double MEMORY = 0.9;

    private static final double DIVERGED = 4;
    /** The slope at a point is that of the line through so many points to each side, so that one batch says little. */
    private static final int SIDE = 5;

    private final List<Point> points = new ArrayList<>();
    private double running;
    private double best = Double.POSITIVE_INFINITY;

    /**
     * One step.
     *
     * @param loss of its batch
     * @param smoothed an exponential mean of the losses up to here, each weighing 0.9 of the next, without the pull to 0
     *     at its beginning
     */
    public record Point(double rate, double loss, double smoothed) {}

    /** The next step; rates come in growing order. */
    public Point add(double rate, double loss) {
        running = MEMORY * running + (1 - MEMORY) * loss;
        double smoothed = running / (1 - Math.pow(MEMORY, points.size() + 1));
        Point point = new Point(rate, loss, smoothed);
        points.add(point);
        // What is no number is not smaller.
        if (smoothed < best) {
            best = smoothed;
        }
        return point;
    }

    public List<Point> points() {
        return List.copyOf(points);
    }

    /** Whether there is no sense in larger rates: the newest smoothed loss is four times the best, or no number. */
    public boolean hasDiverged() {
        return !points.isEmpty() && !(points.get(points.size() - 1).smoothed() <= DIVERGED * best);
    }

    /**
     * The rate at which the loss falls most steeply over the logarithm of the rate, left of the lowest smoothed loss;
     * absent where it falls nowhere or there are fewer than eleven points up to there. A place to begin with, no more.
     */
    public OptionalDouble suggestion() {
        int lowest = 0;
        for (int index = 1; index < points.size(); index++) {
            if (points.get(index).smoothed() < points.get(lowest).smoothed()) {
                lowest = index;
            }
        }
        double steepest = 0;
        OptionalDouble found = OptionalDouble.empty();
        for (int index = SIDE; index + SIDE <= lowest; index++) {
            double slope = slope(index);
            if (slope < steepest) {
                steepest = slope;
                found = OptionalDouble.of(points.get(index).rate());
            }
        }
        return found;
    }

    /** Of the least squares line through the losses around a point; the smoothed ones come too late to say where. */
    private double slope(int middle) {
        List<Point> around = points.subList(middle - SIDE, middle + SIDE + 1);
        double x = around.stream()
                .mapToDouble(point -> Math.log10(point.rate()))
                .average()
                .orElseThrow();
        double y = around.stream().mapToDouble(Point::loss).average().orElseThrow();
        double along = 0;
        double square = 0;
        for (Point point : around) {
            double dx = Math.log10(point.rate()) - x;
            along += dx * (point.loss() - y);
            square += dx * dx;
        }
        return along / square;
    }
}
