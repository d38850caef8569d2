package convas.training.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import convas.dataset.builtin.BuiltinDatasets;
import convas.engine.RunFailure;
import convas.graph.Design;
import convas.text.Texts;
import convas.training.Designs;
import convas.training.Planner;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class PlanningTest {
    @Test
    void whereMemoryEndsWhileDataAreReadThoseAreNamed() {
        Planner full = new Planner(
                design -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                BuiltinDatasets.create());
        Design design = Designs.linear("[1, 8, 8]", 10, "{'dataset': {'type': 'npz', 'path': '/data/huge.npz'}}");
        RunFailure failure = assertThrows(
                RunFailure.class, () -> new Planning(full).plan(design, OptionalInt.empty(), OptionalLong.empty()));
        long limit = Runtime.getRuntime().maxMemory() >> 20;
        assertEquals(
                List.of("The data /data/huge.npz do not fit into the training process, which may have " + limit
                        + " MiB of Java memory; batch_size has no part in that. Take fewer samples, a smaller image_size"
                        + " or cache_mb, or give it more, as in JAVA_TOOL_OPTIONS=-Xmx8g."),
                failure.problems().stream()
                        .map(problem -> problem.line(new Texts(Locale.ENGLISH)))
                        .toList());
    }
}
