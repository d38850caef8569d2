package convas.editor.compare;

import convas.operator.Cost;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A node that differs, or the design itself.
 *
 * @param path of the node; empty for what is written for the whole design: variables, recipe
 * @param type of the node, in the second design where that has it
 * @param before the node's cost in the first design: zero where that lacks the node, absent where it is unknown
 * @param after the node's cost in the second design, likewise
 */
public record Difference(
        String path,
        Kind kind,
        String type,
        List<Alteration> alterations,
        Optional<Cost> before,
        Optional<Cost> after) {
    public Difference {
        alterations = List.copyOf(alterations);
    }

    /** How much more the second design's node costs; absent where either cost is unknown. */
    public OptionalLong more(ToLongFunction<Cost> figure) {
        return before.isEmpty() || after.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(figure.applyAsLong(after.get()) - figure.applyAsLong(before.get()));
    }

    /** All alterations in one line. */
    public String altered() {
        return alterations.stream().map(Alteration::shown).collect(Collectors.joining(";  "));
    }
}
