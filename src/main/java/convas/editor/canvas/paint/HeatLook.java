package convas.editor.canvas.paint;

import convas.editor.canvas.picture.NodeShape;
import convas.editor.overlay.Gradient;
import convas.editor.overlay.Heat;
import convas.editor.overlay.Overlay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.paint.Color;

/**
 * The overlay as it is drawn on the cards of one sheet.
 *
 * @param heat for the numbers of the cards that are shown, so that a module's body uses the whole gradient again
 * @param scale says whether warmth goes by logarithms
 */
public record HeatLook(Overlay overlay, Heat heat, String scale) {
    /** @param logarithmic what the legend says of a logarithmic scale */
    public static HeatLook of(Overlay overlay, Collection<NodeShape> nodes, String logarithmic) {
        List<Double> values = new ArrayList<>();
        for (NodeShape node : nodes) {
            value(overlay, node).ifPresent(values::add);
        }
        Heat heat = Heat.of(values);
        return new HeatLook(overlay, heat, heat.logarithmic() ? logarithmic : "");
    }

    private static OptionalDouble value(Overlay overlay, NodeShape node) {
        return node.report().map(report -> overlay.value(report.path())).orElse(OptionalDouble.empty());
    }

    /** The full colour of a node's number; null where it is unknown. */
    Color color(NodeShape node) {
        OptionalDouble level = heat.level(value(overlay, node));
        return level.isPresent() ? color(level.getAsDouble()) : null;
    }

    static Color color(double level) {
        int rgb = Gradient.at(level);
        return Color.rgb(rgb >> 16, rgb >> 8 & 255, rgb & 255);
    }
}
