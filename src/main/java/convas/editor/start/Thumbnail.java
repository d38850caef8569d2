package convas.editor.start;

import convas.editor.canvas.paint.CanvasTheme;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Node;
import convas.graph.Point;
import convas.operator.Catalog;
import convas.operator.NodeType;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** A design in small: a box of its category's colour for each node, and the lines between them. */
final class Thumbnail {
    private static final double NODE_WIDTH = 176;
    private static final double NODE_HEIGHT = 66;
    private static final double MARGIN = 12;
    private static final int ROW = 5;

    private final Design design;
    private final Catalog catalog;
    private final CanvasTheme theme;
    private final Map<String, Point> places = new LinkedHashMap<>();
    private double scale;
    private double left;
    private double top;

    Thumbnail(Design design, Catalog catalog, CanvasTheme theme) {
        this.design = design;
        this.catalog = catalog;
        this.theme = theme;
        int index = 0;
        for (Node node : design.graph().nodes()) {
            Point grid = new Point(240 * (index % ROW), 150.0 * (index / ROW));
            places.put(node.id(), design.layout().of(node.id()).orElse(grid));
            index++;
        }
    }

    /** The picture, centred on a surface of this size. */
    Canvas canvas(double width, double height) {
        Canvas canvas = new Canvas(width, height);
        if (!places.isEmpty()) {
            fit(width, height);
            GraphicsContext pen = canvas.getGraphicsContext2D();
            pen.setStroke(theme.edge());
            pen.setLineWidth(1);
            design.graph().edges().forEach(edge -> draw(pen, edge));
            design.graph().nodes().forEach(node -> draw(pen, node));
        }
        return canvas;
    }

    private void fit(double width, double height) {
        double minX = places.values().stream().mapToDouble(Point::x).min().orElse(0);
        double minY = places.values().stream().mapToDouble(Point::y).min().orElse(0);
        double spanX = places.values().stream().mapToDouble(Point::x).max().orElse(0) - minX + NODE_WIDTH;
        double spanY = places.values().stream().mapToDouble(Point::y).max().orElse(0) - minY + NODE_HEIGHT;
        scale = Math.min(0.25, Math.min((width - 2 * MARGIN) / spanX, (height - 2 * MARGIN) / spanY));
        left = (width - spanX * scale) / 2 - minX * scale;
        top = (height - spanY * scale) / 2 - minY * scale;
    }

    private void draw(GraphicsContext pen, Node node) {
        Point place = places.get(node.id());
        Color color = theme.categories()
                .of(catalog.find(node.type()).map(NodeType::category).orElse(""));
        double x = left + place.x() * scale;
        double y = top + place.y() * scale;
        double width = NODE_WIDTH * scale;
        double height = NODE_HEIGHT * scale;
        pen.setFill(theme.card());
        pen.fillRoundRect(x, y, width, height, 4, 4);
        pen.setFill(color.deriveColor(0, 1, 1, 0.28));
        pen.fillRoundRect(x, y, width, height, 4, 4);
        pen.setFill(color);
        pen.fillRoundRect(x, y, Math.max(2.5, width * 0.08), height, 2, 2);
    }

    private void draw(GraphicsContext pen, Edge edge) {
        Point from = places.get(edge.from().node());
        Point to = places.get(edge.to().node());
        if (from == null || to == null) {
            return;
        }
        double startX = left + (from.x() + NODE_WIDTH) * scale;
        double startY = top + (from.y() + NODE_HEIGHT / 2) * scale;
        double endX = left + to.x() * scale;
        double endY = top + (to.y() + NODE_HEIGHT / 2) * scale;
        pen.beginPath();
        pen.moveTo(startX, startY);
        if (endX > startX) {
            double middle = (startX + endX) / 2;
            pen.bezierCurveTo(middle, startY, middle, endY, endX, endY);
        } else {
            // To the row below: out, between the rows, and in from the left.
            double middle = (startY + endY) / 2;
            pen.lineTo(startX + 4, startY);
            pen.lineTo(startX + 4, middle);
            pen.lineTo(endX - 4, middle);
            pen.lineTo(endX - 4, endY);
            pen.lineTo(endX, endY);
        }
        pen.stroke();
    }
}
