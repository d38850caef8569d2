package convas.editor.drawing;

import convas.editor.canvas.picture.TextRuler;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import javafx.scene.paint.Color;

/**
 * PDF 1.4 with one page of just the picture's size, three quarters of a point for each pixel. Words are outlines: they
 * look the same everywhere and need no fonts.
 */
final class PdfDrawing implements Drawing {
    private static final double POINTS = 0.75;

    private final StringBuilder content = new StringBuilder();
    private final Map<String, String> opacities = new LinkedHashMap<>();
    private final Lettering letters;
    private final double width;
    private final double height;
    private final String title;

    PdfDrawing(double width, double height, double scale, String title, Lettering letters) {
        double points = POINTS * scale;
        this.width = width * points;
        this.height = height * points;
        this.title = title;
        this.letters = letters;
        // From the upper left corner down, as everywhere but in PDF.
        content.append(number(points))
                .append(" 0 0 ")
                .append(number(-points))
                .append(" 0 ")
                .append(number(this.height))
                .append(" cm\n");
    }

    @Override
    public void fill(Shape shape, Color color) {
        opacity(color);
        color(color, " rg\n");
        path(shape);
        content.append("f\n");
    }

    @Override
    public void stroke(Shape shape, Color color, double lineWidth, boolean round) {
        opacity(color);
        color(color, " RG\n");
        content.append(round ? "1 J 1 j " : "0 J 0 j ")
                .append(number(lineWidth))
                .append(" w\n");
        path(shape);
        content.append("S\n");
    }

    @Override
    public void text(String text, TextRuler.Style style, double scale, double x, double baseline, Color color) {
        fill(letters.outline(text, style, scale, x, baseline), color);
    }

    private void opacity(Color color) {
        String value = number(color.getOpacity());
        String name = opacities.computeIfAbsent(value, key -> "G" + opacities.size());
        content.append('/').append(name).append(" gs\n");
    }

    private void color(Color color, String operator) {
        content.append(number(color.getRed())).append(' ');
        content.append(number(color.getGreen())).append(' ');
        content.append(number(color.getBlue())).append(operator);
    }

    private void path(Shape shape) {
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator parts = shape.getPathIterator(null); !parts.isDone(); parts.next()) {
            int kind = parts.currentSegment(at);
            if (kind == PathIterator.SEG_QUADTO) {
                // PDF has cubic curves alone.
                double cx = at[0];
                double cy = at[1];
                double toX = at[2];
                double toY = at[3];
                at = new double[] {
                    x + 2 * (cx - x) / 3,
                    y + 2 * (cy - y) / 3,
                    toX + 2 * (cx - toX) / 3,
                    toY + 2 * (cy - toY) / 3,
                    toX,
                    toY
                };
                kind = PathIterator.SEG_CUBICTO;
            }
            int points = SvgDrawing.points(kind);
            for (int index = 0; index < 2 * points; index++) {
                content.append(number(at[index])).append(' ');
            }
            if (points > 0) {
                x = at[2 * points - 2];
                y = at[2 * points - 1];
            }
            content.append(
                    switch (kind) {
                        case PathIterator.SEG_MOVETO -> "m\n";
                        case PathIterator.SEG_LINETO -> "l\n";
                        case PathIterator.SEG_CUBICTO -> "c\n";
                        default -> "h\n";
                    });
        }
    }

    /** Thousandths, never with an exponent, which PDF does not have. */
    private static String number(double value) {
        long thousandths = Math.round(value * 1000);
        String sign = thousandths < 0 ? "-" : "";
        long whole = Math.abs(thousandths) / 1000;
        long rest = Math.abs(thousandths) % 1000;
        return rest == 0 ? sign + whole : sign + whole + "." + String.format(Locale.ROOT, "%03d", rest);
    }

    @Override
    public byte[] finished() {
        byte[] packed = packed(content.toString().getBytes(StandardCharsets.US_ASCII));
        StringBuilder states = new StringBuilder();
        opacities.forEach((value, name) -> states.append('/')
                .append(name)
                .append(" << /ca ")
                .append(value)
                .append(" /CA ")
                .append(value)
                .append(" >> "));
        String page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + number(width) + " " + number(height)
                + "] /Contents 4 0 R /Resources << /ExtGState << " + states + ">> >> >>";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<Integer> starts = new ArrayList<>();
        write(file, "%PDF-1.4\n");
        object(file, starts, "<< /Type /Catalog /Pages 2 0 R >>");
        object(file, starts, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object(file, starts, page);
        starts.add(file.size());
        write(file, "4 0 obj\n<< /Length " + packed.length + " /Filter /FlateDecode >>\nstream\n");
        file.writeBytes(packed);
        write(file, "\nendstream\nendobj\n");
        object(file, starts, "<< /Title " + hexText(title) + " /Producer (Convas) >>");
        int table = file.size();
        StringBuilder end = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        starts.forEach(start -> end.append(String.format(Locale.ROOT, "%010d 00000 n \n", start)));
        end.append("trailer\n<< /Size 6 /Root 1 0 R /Info 5 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        write(file, end.toString());
        return file.toByteArray();
    }

    private static void object(ByteArrayOutputStream file, List<Integer> starts, String text) {
        starts.add(file.size());
        write(file, starts.size() + " 0 obj\n" + text + "\nendobj\n");
    }

    private static void write(ByteArrayOutputStream file, String text) {
        file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Any language's text: UTF-16 with its mark, in hexadecimal. */
    private static String hexText(String text) {
        StringBuilder hex = new StringBuilder("<FEFF");
        text.chars().forEach(unit -> hex.append(String.format(Locale.ROOT, "%04X", unit)));
        return hex.append('>').toString();
    }

    private static byte[] packed(byte[] plain) {
        Deflater deflater = new Deflater();
        deflater.setInput(plain);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }
}
