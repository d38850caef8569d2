package convas.editor.dock;

import convas.operator.Cost;
import convas.operator.TensorShape;
import java.util.List;
import java.util.Optional;

/**
 * A line of the cost table.
 *
 * @param path node ids joined by {@code /}
 * @param depth how deep it stands in the tree; 0 in the flat form
 * @param outputs empty where unknown
 * @param cost for one sample; empty where unknown
 * @param macShare of the whole design's MACs, 0 to 1; empty where unknown
 * @param inner whether other rows stand below it
 * @param open whether they are shown
 */
public record CostRow(
        String path,
        int depth,
        String type,
        List<Optional<TensorShape>> outputs,
        Optional<Cost> cost,
        Optional<Double> macShare,
        boolean inner,
        boolean open) {
    public CostRow {
        outputs = List.copyOf(outputs);
    }

    /** The path's last part. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
