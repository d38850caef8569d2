package convas.export.report;

import convas.profiling.Ceilings;
import convas.profiling.PathProfile;
import convas.profiling.Profile;
import convas.text.Texts;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The roofline (Williams, Waterman and Patterson, 2009) as an SVG: a point for each primitive by its floating-point
 * operations a byte and a second, both on logarithmic axes, below what memory and arithmetic of the machine allow. The
 * area of a point is its share of the time.
 */
final class RooflinePicture {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 420;
    private static final double LEFT = 60;
    private static final double RIGHT = WIDTH - 20;
    private static final double TOP = 20;
    private static final double BOTTOM = HEIGHT - 44;
    private static final double LARGEST = 26;
    private static final int NAMED = 8;
    private static final double LETTER = 7;

    private final Texts texts;
    private final Profile profile;
    private final Ceilings ceilings;
    private final List<PathProfile> points;
    private final List<Rectangle2D> names = new ArrayList<>();
    private final Decades across;
    private final Decades up;

    /** The whole powers of ten around some values, on one axis. */
    private record Decades(int from, int to) {
        static Decades around(double least, double most) {
            int from = (int) Math.floor(Math.log10(least));
            return new Decades(from, Math.max(from + 1, (int) Math.ceil(Math.log10(most))));
        }

        double share(double value) {
            return (Math.log10(value) - from) / (to - from);
        }
    }

    RooflinePicture(Profile profile, Ceilings ceilings, Texts texts) {
        this.texts = texts;
        this.profile = profile;
        this.ceilings = ceilings;
        this.points = profile.nodes().stream()
                .filter(node -> node.flops() > 0
                        && node.bytesMoved() > 0
                        && node.forward().middle() > 0)
                .sorted(Comparator.comparingDouble(
                                (PathProfile node) -> node.forward().middle())
                        .reversed())
                .toList();
        double ridge = ceilings.ridge();
        across = Decades.around(
                Math.min(ridge, least(RooflinePicture::intensity)), Math.max(ridge, most(RooflinePicture::intensity)));
        up = Decades.around(
                Math.min(ceilings.gigaflopsPerSecond(), least(PathProfile::gigaflopsPerSecond)),
                ceilings.gigaflopsPerSecond() * 1.001);
    }

    private static double intensity(PathProfile node) {
        return (double) node.flops() / node.bytesMoved();
    }

    private double least(ToDoubleFunction<PathProfile> figure) {
        return points.stream().mapToDouble(figure).min().orElse(ceilings.ridge());
    }

    private double most(ToDoubleFunction<PathProfile> figure) {
        return points.stream().mapToDouble(figure).max().orElse(ceilings.ridge());
    }

    private double x(double intensity) {
        return LEFT + across.share(intensity) * (RIGHT - LEFT);
    }

    private double y(double rate) {
        return BOTTOM - up.share(rate) * (BOTTOM - TOP);
    }

    String svg() {
        Svg svg = new Svg(WIDTH, HEIGHT, texts.get("profilereport.roofline"));
        axes(svg);
        double begin = Math.pow(10, across.from());
        double lowest = Math.pow(10, up.from()) / ceilings.gigabytesPerSecond();
        double start = Math.max(begin, lowest);
        svg.polyline(
                Svg.point(x(start), y(start * ceilings.gigabytesPerSecond()))
                        + Svg.point(x(ceilings.ridge()), y(ceilings.gigaflopsPerSecond()))
                        + Svg.point(RIGHT, y(ceilings.gigaflopsPerSecond())),
                "#cf222e",
                "");
        double longest = points.isEmpty() ? 1 : points.get(0).forward().middle();
        for (int index = 0; index < points.size(); index++) {
            PathProfile node = points.get(index);
            double x = x(intensity(node));
            double y = y(node.gigaflopsPerSecond());
            double radius = Math.max(2.5, LARGEST * Math.sqrt(node.forward().middle() / longest) / 2);
            svg.circle(x, y, radius, ink(node.type()), told(node));
            if (index < NAMED) {
                name(svg, node.path(), x, y, radius);
            }
        }
        return svg.toString();
    }

    /** Beside the point, unless another name stands there. */
    private void name(Svg svg, String path, double x, double y, double radius) {
        boolean right = x < (LEFT + RIGHT) / 2;
        double length = LETTER * path.length();
        Rectangle2D place = new Rectangle2D.Double(
                right ? x + radius + 3 : x - radius - 3 - length, y - LETTER, length, 2 * LETTER);
        if (names.stream().noneMatch(place::intersects)) {
            names.add(place);
            svg.words(right ? place.getX() : place.getMaxX(), y + 4, right ? "start" : "end", path);
        }
    }

    private static String ink(String type) {
        return type.startsWith("Conv") || type.equals("Linear") ? "#0969da" : "#6e7781";
    }

    private String told(PathProfile node) {
        return texts.get(
                "profilereport.roofline.point",
                node.path(),
                node.type(),
                String.format(Locale.ROOT, "%.3f", node.forward().middle()),
                String.format(Locale.ROOT, "%.2f", node.gigaflopsPerSecond()),
                String.format(Locale.ROOT, "%.2f", intensity(node)));
    }

    private void axes(Svg svg) {
        for (int power = across.from(); power <= across.to(); power++) {
            double x = x(Math.pow(10, power));
            svg.line(x, TOP, x, BOTTOM).words(x, BOTTOM + 16, "middle", power(power));
        }
        for (int power = up.from(); power <= up.to(); power++) {
            double y = y(Math.pow(10, power));
            svg.line(LEFT, y, RIGHT, y).words(LEFT - 6, y + 4, "end", power(power));
        }
        svg.words((LEFT + RIGHT) / 2, HEIGHT - 8, "middle", texts.get("profilereport.roofline.across"));
        svg.words(4, 14, "start", "GFLOP/s");
    }

    private static String power(int power) {
        return power >= 0 ? "1" + "0".repeat(power) : "0." + "0".repeat(-power - 1) + "1";
    }
}
