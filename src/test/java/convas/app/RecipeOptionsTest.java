package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Value;
import convas.training.RunSamples;
import convas.training.run.RunCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments of several runs: other recipes, and what they come to over their seeds. */
final class RecipeOptionsTest {
    @TempDir
    private Path runs;

    @Test
    void whatACallGivesTakesTheRecipesPlace() {
        Call call = Call.of(
                "train",
                "digits-plain",
                "--recipe",
                "epochs=0",
                "--recipe",
                "optimizer.learning_rate=fast",
                "--runs",
                runs.toString());
        assertEquals(1, call.code());
        assertTrue(call.err().contains("training.epochs: Expected a whole number"), call.err());
        assertTrue(call.err().contains("training.optimizer.learning_rate: "), call.err());
        assertTrue(call.err().contains("fast"), call.err());
    }

    @Test
    void aValueIsTakenAsAWholeOrNotAtAll() {
        Call call = Call.of("train", "digits-plain", "--recipe", "epochs=1 2 3", "--runs", runs.toString());
        assertEquals(1, call.code());
        assertTrue(
                call.err().contains("training.epochs: Expected a whole number from 1 to 1000000; found 1 2 3."),
                call.err());
    }

    /** 0.5, 0.7 and 0.9: mean 0.7, and a deviation of 0.2 with n - 1. */
    @Test
    void aSummaryHasMeanAndDeviationOverSeeds() throws IOException {
        int seed = 0;
        for (double accuracy : new double[] {0.5, 0.9, 0.7}) {
            RunSamples.write(
                    runs,
                    "net",
                    accuracy,
                    650,
                    RunCard.Status.FINISHED,
                    Map.of("epochs", Value.of(2), "seed", Value.of(seed++)));
        }
        RunSamples.write(runs, "net", 0.1, 650, RunCard.Status.FINISHED, Map.of("epochs", Value.of(3)));
        RunSamples.write(runs, "other", 0.2, 650, RunCard.Status.STOPPED);
        Call call = Call.of("runs", "summary", "--runs", runs.toString());
        assertEquals(4, call.outLines().size(), call.out());
        assertTrue(call.outLines().get(2).matches("net +digits +3 +2 +650 +640 +70\\.00 ± 20\\.00 .*"), call.out());
        assertTrue(call.outLines().get(3).matches("net +digits +1 +2 +650 +640 +10\\.00 .*"), call.out());
    }
}
