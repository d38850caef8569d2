package convas.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.tensor.TensorFile;
import convas.text.Texts;
import convas.training.Designs;
import convas.training.RunEvent;
import convas.training.RunOptions;
import convas.training.RunRequest;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import convas.training.run.StoredRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EarlyStoppingTest {
    @TempDir
    private Path runs;

    private RunEvent.Finished train(String training) throws InterruptedException {
        Recorder recorder = new Recorder();
        RunRequest request = new RunRequest.New(
                Designs.linear("[1, 8, 8]", 10, training),
                Optional.empty(),
                runs,
                RunOptions.DEFAULT.withThreads(OptionalInt.of(1)));
        new WorkerService(new Texts(Locale.ENGLISH)).start(request, recorder);
        return assertInstanceOf(RunEvent.Finished.class, recorder.awaitEnd());
    }

    @Test
    void endsARunThatGetsNoBetterAndKeepsTheBestWeights() throws InterruptedException {
        // No epoch makes the loss 100 smaller, so the first stays the best.
        RunEvent.Finished end = train("{'epochs': 50, 'early_stopping': {'patience': 2, 'min_delta': 100}}");
        assertEquals(3, end.epochs());
        assertFalse(end.stopped());
        StoredRun run = RunFolder.open(end.run());
        assertEquals(RunCard.Status.FINISHED, run.card().orElseThrow().status());
        assertEquals(1, run.state().orElseThrow().bestEpoch());
        assertEquals(
                run.metrics().get(0).validationLoss(), run.state().orElseThrow().best());
        TensorFile best =
                TensorFile.read(end.run().resolve(RunFolder.BEST)).value().orElseThrow();
        assertEquals(Set.of("linear.weight", "linear.bias"), best.tensors().keySet());
    }

    @Test
    void leavesARunAloneThatGetsBetter() throws InterruptedException {
        RunEvent.Finished end = train("{'epochs': 4, 'early_stopping': {'patience': 2}}");
        assertEquals(4, end.epochs());
    }

    @Test
    void tellsHowClassesWereConfused() throws InterruptedException, IOException {
        RunEvent.Finished end = train("{'epochs': 2}");
        JsonNode confusion = new ObjectMapper()
                .readTree(end.run().resolve(RunFolder.CONFUSION).toFile());
        assertEquals(2, confusion.get("epoch").asInt());
        assertEquals(10, confusion.get("classes").size());
        long images = 0;
        long right = 0;
        JsonNode rows = confusion.get("rows_true_columns_predicted");
        for (int row = 0; row < 10; row++) {
            for (int column = 0; column < 10; column++) {
                images += rows.get(row).get(column).asLong();
                right += row == column ? rows.get(row).get(column).asLong() : 0;
            }
        }
        assertEquals(359, images);
        RunEvent.EpochEnd last = RunFolder.open(end.run()).metrics().get(1);
        assertEquals(last.validationAccuracy().orElseThrow(), right / 359.0, 1e-12);
        double top5 = last.measures().get("validation_top5_accuracy");
        assertTrue(top5 >= last.validationAccuracy().orElseThrow() && top5 <= 1, Double.toString(top5));
    }
}
