package convas.analysis;

import convas.operator.Arguments;
import convas.operator.Cost;
import convas.operator.TensorShape;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one node, be it a primitive, a module, a repeated chain or something inside a module.
 *
 * @param path node ids joined by {@code /}; a repeated node has a report for the chain ({@code stage}) and for each copy
 *     ({@code stage.0})
 * @param inputs shapes that reach it, by port; empty where unknown
 * @param outputs shapes that leave it, by port; empty where unknown
 * @param cost empty where it cannot be known
 * @param values what its parameters came to, with expressions evaluated and defaults filled in; those that have no value,
 *     or a wrong one, are missing
 */
public record NodeReport(
        String path,
        String type,
        List<Optional<TensorShape>> inputs,
        List<Optional<TensorShape>> outputs,
        Optional<Cost> cost,
        Arguments values) {
    public NodeReport {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
