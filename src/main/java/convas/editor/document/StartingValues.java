package convas.editor.document;

import convas.graph.Value;
import convas.operator.NodeType;
import convas.operator.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a new node's required parameters start with, so that it makes sense at once on an ordinary image. */
public final class StartingValues {
    private static final Map<String, Value> BY_NAME = Map.ofEntries(
            Map.entry("out_channels", Value.of(16)),
            Map.entry("hidden_channels", Value.of(32)),
            Map.entry("mid_channels", Value.of(16)),
            Map.entry("kernel_size", Value.of(3)),
            Map.entry("output_size", Value.of(1)),
            Map.entry("out_features", Value.of(10)),
            Map.entry("num_classes", Value.of(10)),
            Map.entry("groups", Value.of(4)),
            Map.entry("num_groups", Value.of(4)),
            Map.entry("block_size", Value.of(3)),
            Map.entry("scale_factor", Value.of(2)),
            Map.entry("upscale_factor", Value.of(2)),
            Map.entry("downscale_factor", Value.of(2)),
            Map.entry("normalized_shape", Value.of(Value.of(16))),
            Map.entry("shape", Value.of(Value.of(1), Value.of(28), Value.of(28))));

    private StartingValues() {}

    /** A value for each parameter of the type that has no default. */
    public static Map<String, Value> of(NodeType type) {
        Map<String, Value> values = new LinkedHashMap<>();
        type.parameters().stream()
                .filter(Parameter::isRequired)
                .forEach(parameter -> values.put(parameter.name(), of(parameter)));
        return values;
    }

    /** A value that the parameter accepts. */
    public static Value of(Parameter<?> parameter) {
        Value known = BY_NAME.get(parameter.name());
        if (known != null && parameter.read(known, new ArrayList<>()).isPresent()) {
            return known;
        }
        double bound =
                Math.min(Math.max(1, parameter.min().orElse(1)), parameter.max().orElse(Double.MAX_VALUE));
        return switch (parameter.kind()) {
            case INT, PAIR -> Value.of((long) Math.ceil(bound));
            case FLOAT -> Value.of(bound);
            case BOOL -> Value.of(false);
            case CHOICE ->
                parameter.choices().isEmpty()
                        ? Value.of("")
                        : Value.of(parameter.choices().get(0));
            case TEXT -> Value.of("");
            case INTS -> Value.of(Value.of((long) Math.ceil(bound)));
        };
    }
}
