package convas.export.report;

import convas.operator.Cost;
import convas.operator.TensorShape;
import convas.operator.Weight;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One use of a node type and what the analysis finds of it.
 *
 * @param purpose what such a use is for
 * @param params parameter name to the value given, as one would read it
 * @param inputs of one sample, by port
 * @param outputs of one sample, by port
 * @param weights name to tensor, each once; names are relative to the node
 */
record WorkedExample(
        String purpose,
        Map<String, String> params,
        List<TensorShape> inputs,
        List<TensorShape> outputs,
        Cost cost,
        Map<String, Weight> weights) {
    WorkedExample {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /** Arithmetic operations beside the MACs. */
    long operations() {
        return cost.flops() - 2 * cost.macs();
    }
}
