package convas.editor.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the path of an SVG element ({@code M3 4L5 6A1 1 0 0 1 7 8Z}) as a shape. */
final class PathData {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private final Matcher tokens;
    private String next;
    private double x;
    private double y;
    private double startX;
    private double startY;
    /** The last control point, which a smooth curve mirrors. */
    private double controlX;

    private double controlY;

    private PathData(String text) {
        this.tokens = TOKEN.matcher(text);
        advance();
    }

    /** @throws IllegalArgumentException for a command that SVG does not have, or quadratic curves, which no icon uses */
    static Path2D read(String text) {
        PathData data = new PathData(text);
        String command = "M";
        while (data.next != null) {
            if (Character.isLetter(data.next.charAt(0))) {
                command = data.next;
                data.advance();
            }
            data.draw(command.charAt(0));
            // What follows a move without a command of its own are lines.
            command = command.equals("M") ? "L" : command.equals("m") ? "l" : command;
        }
        return data.path;
    }

    private void advance() {
        next = tokens.find() ? tokens.group() : null;
    }

    private double number() {
        double value = Double.parseDouble(next);
        advance();
        return value;
    }

    private void draw(char command) {
        boolean relative = Character.isLowerCase(command);
        double fromX = relative ? x : 0;
        double fromY = relative ? y : 0;
        double smoothX = 2 * x - controlX;
        double smoothY = 2 * y - controlY;
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                at(fromX + number(), fromY + number());
                startX = x;
                startY = y;
                path.moveTo(x, y);
            }
            case 'L' -> line(fromX + number(), fromY + number());
            case 'H' -> line(fromX + number(), y);
            case 'V' -> line(x, fromY + number());
            case 'C' -> curve(fromX + number(), fromY + number(), fromX, fromY);
            case 'S' -> curve(smoothX, smoothY, fromX, fromY);
            case 'A' -> arc(fromX, fromY);
            case 'Z' -> {
                path.closePath();
                at(startX, startY);
            }
            default -> throw new IllegalArgumentException("No path command: " + command);
        }
    }

    private void at(double toX, double toY) {
        x = toX;
        y = toY;
        controlX = toX;
        controlY = toY;
    }

    private void line(double toX, double toY) {
        path.lineTo(toX, toY);
        at(toX, toY);
    }

    private void curve(double firstX, double firstY, double fromX, double fromY) {
        double secondX = fromX + number();
        double secondY = fromY + number();
        double toX = fromX + number();
        double toY = fromY + number();
        path.curveTo(firstX, firstY, secondX, secondY, toX, toY);
        at(toX, toY);
        controlX = secondX;
        controlY = secondY;
    }

    /** From ends and radii to the middle and angles, as appendix B.2.4 of SVG 2 says. */
    private void arc(double fromX, double fromY) {
        double wide = Math.abs(number());
        double high = Math.abs(number());
        double turn = Math.toRadians(number());
        boolean large = number() != 0;
        boolean sweep = number() != 0;
        double toX = fromX + number();
        double toY = fromY + number();
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        double halfX = (x - toX) / 2;
        double halfY = (y - toY) / 2;
        double px = cos * halfX + sin * halfY;
        double py = -sin * halfX + cos * halfY;
        double reach = px * px / (wide * wide) + py * py / (high * high);
        if (wide == 0 || high == 0 || reach == 0) {
            line(toX, toY);
            return;
        }
        double grow = Math.max(1, Math.sqrt(reach));
        double rx = wide * grow;
        double ry = high * grow;
        double rest = rx * rx * ry * ry / (rx * rx * py * py + ry * ry * px * px) - 1;
        double factor = (large == sweep ? -1 : 1) * Math.sqrt(Math.max(0, rest));
        double cx = factor * rx * py / ry;
        double cy = -factor * ry * px / rx;
        double start = Math.toDegrees(Math.atan2((py - cy) / ry, (px - cx) / rx));
        double end = Math.toDegrees(Math.atan2((-py - cy) / ry, (-px - cx) / rx));
        double extent = end - start;
        extent += sweep && extent < 0 ? 360 : !sweep && extent > 0 ? -360 : 0;
        // Angles of Arc2D run the other way.
        Arc2D arc = new Arc2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry, -start, -extent, Arc2D.OPEN);
        AffineTransform place = AffineTransform.getTranslateInstance((x + toX) / 2, (y + toY) / 2);
        place.rotate(turn);
        path.append(arc.getPathIterator(place), true);
        at(toX, toY);
    }
}
