package convas.export.report;

import java.util.Locale;

/** A drawing that grows line by line, in figures that every reader of SVG understands whatever the language. */
final class Svg {
    private static final String INK = "#24292f";
    private static final String FAINT = "#d0d7de";

    private final StringBuilder text = new StringBuilder();

    Svg(double width, double height, String title) {
        text.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\""
                        + " font-family=\"DejaVu Sans, Verdana, Arial, sans-serif\" font-size=\"11\">\n",
                width, height, width, height));
        text.append("<title>").append(escape(title)).append("</title>\n");
        text.append(format("<rect width=\"%.0f\" height=\"%.0f\" rx=\"8\" fill=\"#ffffff\"/>\n", width, height));
    }

    Svg line(double x, double y, double toX, double toY) {
        return add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>", x, y, toX, toY, FAINT);
    }

    /** @param points as {@code x,y x,y} */
    Svg polyline(String points, String colour, String dashes) {
        String dashed = dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"";
        return add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"%s/>", points, colour, dashed);
    }

    Svg circle(double x, double y, double radius, String colour, String told) {
        return add(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\""
                        + " fill-opacity=\"0.6\"><title>%s</title></circle>",
                x, y, radius, colour, escape(told));
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    Svg words(double x, double y, String anchor, String words) {
        return words(x, y, anchor, words, INK);
    }

    Svg words(double x, double y, String anchor, String words, String colour) {
        return add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                x, y, anchor, colour, escape(words));
    }

    private Svg add(String pattern, Object... values) {
        text.append(format(pattern, values)).append('\n');
        return this;
    }

    static String point(double x, double y) {
        return format("%.1f,%.1f ", x, y);
    }

    static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** The whole element. */
    @Override
    public String toString() {
        return text + "</svg>\n";
    }
}
