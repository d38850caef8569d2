package convas.editor.drawing;

import convas.editor.canvas.picture.TextRuler;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javafx.scene.paint.Color;

/**
 * SVG 1.1. Words stay words, to be found, copied and changed; their width is written too, so that they fit where other
 * letters are used.
 */
final class SvgDrawing implements Drawing {
    private static final String FAMILY =
            "'DejaVu Sans', Verdana, 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif";

    private final StringBuilder body = new StringBuilder();
    private final TextRuler ruler;

    /** @param title what the picture is called */
    SvgDrawing(double width, double height, double scale, String title, TextRuler ruler) {
        this.ruler = ruler;
        body.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(number(width * scale))
                .append("\" height=\"")
                .append(number(height * scale))
                .append("\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" font-family=\"")
                .append(FAMILY)
                .append("\">\n<title>")
                .append(escaped(title))
                .append("</title>\n");
    }

    @Override
    public void fill(Shape shape, Color color) {
        body.append("<path fill=\"").append(hex(color)).append('"');
        opacity("fill-opacity", color);
        data(shape);
    }

    @Override
    public void stroke(Shape shape, Color color, double width, boolean round) {
        body.append("<path fill=\"none\" stroke=\"").append(hex(color)).append('"');
        opacity("stroke-opacity", color);
        body.append(" stroke-width=\"").append(number(width)).append('"');
        if (round) {
            body.append(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        }
        data(shape);
    }

    private void data(Shape shape) {
        body.append(" d=\"");
        double[] at = new double[6];
        for (PathIterator parts = shape.getPathIterator(null); !parts.isDone(); parts.next()) {
            int kind = parts.currentSegment(at);
            body.append("MLQCZ".charAt(kind));
            for (int index = 0; index < 2 * points(kind); index++) {
                body.append(index == 0 ? "" : " ").append(number(at[index]));
            }
        }
        body.append("\"/>\n");
    }

    /** How many points a segment of a path has. */
    static int points(int kind) {
        return switch (kind) {
            case PathIterator.SEG_CLOSE -> 0;
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 3;
            default -> 1;
        };
    }

    @Override
    public void text(String text, TextRuler.Style style, double scale, double x, double baseline, Color color) {
        body.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(baseline));
        body.append("\" font-size=\"").append(number(style.size() * scale)).append('"');
        if (style.isBold()) {
            body.append(" font-weight=\"bold\"");
        }
        body.append(" textLength=\"").append(number(ruler.width(text, style) * scale));
        body.append("\" lengthAdjust=\"spacingAndGlyphs\" fill=\"")
                .append(hex(color))
                .append('"');
        opacity("fill-opacity", color);
        body.append('>').append(escaped(text)).append("</text>\n");
    }

    private void opacity(String attribute, Color color) {
        if (color.getOpacity() < 1) {
            body.append(' ').append(attribute).append("=\"").append(number(color.getOpacity()));
            body.append('"');
        }
    }

    private static String hex(Color color) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
    }

    /** Hundredths are finer than any screen or printer. */
    static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** A note may hold what no XML file can, whatever way it is written: that is left out. */
    private static String escaped(String text) {
        StringBuilder sound = new StringBuilder();
        text.codePoints().filter(SvgDrawing::isInXml).forEach(sound::appendCodePoint);
        return sound.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The characters of XML 1.0, section 2.2. */
    private static boolean isInXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }

    @Override
    public byte[] finished() {
        return body.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
