package convas.editor.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.text.Texts;
import convas.training.RunEvent;
import convas.training.recipe.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class RunModelTest {
    private static final Path FOLDER = Path.of("runs", "one");

    private final RunModel run = new RunModel();
    private final RunSentences english = new RunSentences(new Texts(Locale.ENGLISH));

    private void begin() {
        run.begin("digits-ghost", Recipe.read(Map.of()).value());
    }

    private void start() {
        run.accept(new RunEvent.Started(FOLDER, 10, 4, 1438, 359, "cpu", 2, List.of("Images are resized.")));
    }

    private void progress(int epoch, int batch, double loss) {
        run.accept(new RunEvent.Progress(epoch, batch, loss, OptionalDouble.of(0.5), 2310.4, 12));
    }

    private void epoch(int number, double accuracy) {
        run.accept(new RunEvent.EpochEnd(
                number, 0.3, OptionalDouble.of(0.9), 0.4, OptionalDouble.of(accuracy), 2000, number));
    }

    @Test
    void theCourseOfARunIsDrawnOverEpochs() {
        begin();
        start();
        progress(1, 2, 2.3);
        progress(2, 3, 1.1);
        epoch(2, 0.978);

        // Two of four batches, and one epoch with three of four.
        assertEquals(0.5, run.trainLoss().x(0));
        assertEquals(1.75, run.trainLoss().x(1));
        assertEquals(2, run.validationLoss().x(0));
        assertEquals(0.2, run.share());
    }

    @Test
    void aRunThatIsGoneOnWithShowsItsWholeCourse() {
        begin();
        run.recall(List.of(
                new RunEvent.Started(FOLDER, 2, 4, 1438, 359, "cpu", 2, List.of()),
                new RunEvent.Progress(1, 2, 2.3, OptionalDouble.of(0.5), 1, 1),
                new RunEvent.EpochEnd(1, 0.3, OptionalDouble.of(0.9), 0.4, OptionalDouble.of(0.75), 2000, 1)));
        assertEquals(RunModel.Phase.STARTING, run.phase());
        assertEquals(0.5, run.trainLoss().x(0));
        assertEquals(1, run.validationAccuracy().size());
        assertEquals(OptionalDouble.of(0.75), run.accuracy());
        start();
        progress(2, 1, 1.1);
        assertEquals(1.25, run.trainLoss().x(1));
        // Stopped in the middle of the second epoch, which says what it came to and is not done.
        epoch(2, 0.9);
        run.accept(new RunEvent.Finished(FOLDER, true, 1, OptionalDouble.of(0.9), OptionalDouble.of(0.9), 2, 800));
        assertEquals(1, run.epochsDone());
    }

    @Test
    void eachPhaseHasItsSentence() {
        assertEquals("", english.headline(run));
        begin();
        assertEquals("Starting to train digits-ghost \u2026", english.headline(run));
        run.accept(new RunEvent.DataRead(1200, 87_000));
        assertEquals("Reading the data: 1,200 of 87,000 files \u2026", english.headline(run));
        start();
        progress(7, 1, 0.2);
        epoch(6, 0.978);
        assertEquals(
                "digits \u00b7 AdamW 0.001 \u00b7 batch 64 \u00b7 seed 1",
                english.recipe(run.recipe().orElseThrow()));
        assertEquals("epoch 7 of 10", english.headline(run));
        assertEquals("validation 97.8 %", english.accuracy(run));
        assertEquals("2,310 images/s \u00b7 12 s left", english.speed(run));
        assertTrue(english.notes(run).endsWith("Images are resized."));
        run.accept(new RunEvent.Finished(FOLDER, false, 10, OptionalDouble.of(1), OptionalDouble.of(0.981), 65, 2200));
        assertEquals("10 epochs in 1 min 5 s", english.headline(run));
        assertEquals("validation 98.1 %", english.accuracy(run));
        run.accept(new RunEvent.Finished(FOLDER, false, 1, OptionalDouble.of(1), OptionalDouble.of(0.981), 65, 2200));
        assertEquals("1 epoch in 1 min 5 s", english.headline(run));
        assertEquals("2,200 images/s \u00b7 training 100.0 %", english.speed(run));
    }

    @Test
    void figuresOfTheTaskAndAnEarlyEndAreTold() {
        begin();
        start();
        assertEquals("", english.more(run));
        run.accept(new RunEvent.EpochEnd(
                6,
                0.3,
                OptionalDouble.of(0.9),
                0.4,
                OptionalDouble.of(0.8),
                2000,
                6,
                Map.of("validation_top5_accuracy", 0.997)));
        assertEquals("validation: 99.7 % among the best five", english.more(run));
        run.accept(new RunEvent.Finished(FOLDER, false, 6, OptionalDouble.of(1), OptionalDouble.of(0.8), 65, 2200));
        assertEquals(
                List.of(
                        "validation: 99.7 % among the best five",
                        "It ended after 6 of 10 epochs: as the recipe asks, once no epoch was better any more."),
                english.more(run).lines().toList());
        // Whoever stops a run knows why it ended.
        run.accept(new RunEvent.Finished(FOLDER, true, 6, OptionalDouble.of(1), OptionalDouble.of(0.8), 65, 2200));
        assertEquals("validation: 99.7 % among the best five", english.more(run));
    }

    @Test
    void howFarNumbersAreOffIsTold() {
        begin();
        start();
        run.accept(new RunEvent.EpochEnd(
                1,
                0.3,
                OptionalDouble.empty(),
                0.4,
                OptionalDouble.empty(),
                2000,
                1,
                Map.of("validation_mean_absolute_error", 0.25, "validation_root_mean_square_error", 1.5)));
        assertEquals("validation: mean absolute error 0.2500 \u00b7 root mean square error 1.500", english.more(run));
    }

    @Test
    void aRunThatBrokeOffKeepsItsCourseAndItsFolder() {
        begin();
        start();
        progress(1, 2, 2.3);
        run.accept(new RunEvent.Failed(List.of("The training process was killed.")));

        assertEquals(RunModel.Phase.FAILED, run.phase());
        assertEquals(Optional.of(FOLDER), run.folder());
        assertEquals(1, run.trainLoss().size());
        assertEquals(
                "The training process was killed.\nWhat was written before that is still in the run's folder.",
                english.problems(run));
    }

    @Test
    void aRefusalLeavesTheLastRunAsItWas() {
        begin();
        start();
        run.accept(new RunEvent.Finished(FOLDER, true, 3, OptionalDouble.empty(), OptionalDouble.empty(), 3, 100));
        run.refuse(List.of("The design has errors."));

        assertEquals(RunModel.Phase.FINISHED, run.phase());
        assertEquals("Stopped in epoch 3, after 3 s", english.headline(run));
        assertEquals("The design has errors.", english.problems(run));
        begin();
        assertEquals("", english.problems(run));
        assertTrue(run.trainLoss().isEmpty());
    }

    @Test
    void aRunThatWasAskedToStopDoesNotSeemToGoOnWhenItStarts() {
        begin();
        run.stopping();
        start();

        assertEquals(RunModel.Phase.STOPPING, run.phase());
        assertTrue(run.phase().isActive());
        assertFalse(RunModel.Phase.FINISHED.isActive());
    }

    @Test
    void aLossThatIsNoNumberIsLeftOutOfTheChart() {
        begin();
        start();
        progress(1, 1, Double.NaN);
        progress(1, 2, Double.POSITIVE_INFINITY);
        progress(1, 3, 4);

        assertEquals(1, run.trainLoss().size());
        assertEquals(4, run.trainLoss().highest());
    }
}
