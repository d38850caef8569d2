package convas.editor;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/** What there is in a window: its nodes and the tooltips of its controls, to tell later what was made anew. */
final class Made {
    private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());

    private Made() {}

    /** Everything below a node; on the window's thread. */
    static Made below(Node root) {
        Made made = new Made();
        made.collect(root);
        return made;
    }

    private void collect(Node node) {
        known.add(node);
        if (node instanceof Control control && control.getTooltip() != null) {
            known.add(control.getTooltip());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collect);
        }
    }

    /** What is there now and was not then, each with what it stands in. */
    List<String> since(Made before) {
        return known.stream()
                .filter(each -> !before.known.contains(each))
                .map(Made::place)
                .sorted()
                .toList();
    }

    private static String place(Object made) {
        if (made instanceof Tooltip tooltip) {
            return "tooltip: " + tooltip.getText();
        }
        StringBuilder place = new StringBuilder();
        for (Node node = (Node) made; node != null; node = node.getParent()) {
            place.append(node.getClass().getSimpleName())
                    .append(node.getId() == null ? "" : "#" + node.getId())
                    .append(node.getStyleClass())
                    .append(" < ");
        }
        return place.toString();
    }
}
