package convas.training.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.file.FolderLock;
import convas.graph.Value;
import convas.graph.json.DesignFormat;
import convas.training.Designs;
import convas.training.RunEvent;
import convas.training.RunSamples;
import convas.training.recipe.Recipe;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunArchiveTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 4, 5, 6, 7);

    @TempDir
    private Path runs;

    private Path write(String name, int outputs, double rate, RunCard.Status status) throws IOException {
        RunFolder folder = RunFolder.create(runs, name, TIME);
        folder.writeDesign(new DesignFormat()
                .write(Designs.linear("[1, 8, 8]", outputs, "{}").withName(name)));
        Map<String, Value> recipe = new HashMap<>(Map.of(
                "batch_size",
                Value.of(50),
                "optimizer",
                new Value.Mapping(Map.of("type", Value.of("SGD"), "learning_rate", Value.of(rate)))));
        folder.writeRecipe(Recipe.read(recipe).value().orElseThrow());
        folder.writeCard(RunSamples.card(name, status, 650));
        folder.appendMetrics(
                new RunEvent.EpochEnd(1, 0.5, OptionalDouble.of(0.8), 0.4, OptionalDouble.of(0.9), 1000, 1.5));
        folder.appendMetrics(
                new RunEvent.EpochEnd(2, 0.4, OptionalDouble.of(0.9), 0.5, OptionalDouble.of(0.7), 500, 4));
        return folder.path();
    }

    @Test
    void tellsWhatARunCameTo() throws IOException {
        write("one", 10, 0.1, RunCard.Status.FINISHED);
        RunSummary run = new RunArchive(runs).read().get(0);
        assertEquals(RunSummary.State.FINISHED, run.state());
        assertEquals(2, run.epochs());
        assertEquals(OptionalDouble.of(0.7), run.accuracy());
        assertEquals(OptionalDouble.of(0.9), run.bestAccuracy());
        assertEquals(OptionalLong.of(650), run.parameters());
        assertEquals(OptionalLong.of(640), run.macs());
        // The median of 1,000 and 500 images a second is 750; 50 of them take a fifteenth of a second.
        assertEquals(1000 / 15.0, run.stepMillis().getAsDouble(), 1e-9);
        assertTrue(run.matches("ONE digits fin"));
        assertFalse(run.matches("one cifar"));
    }

    @Test
    void listsWhatIsBrokenTooAndNeverFails() throws IOException {
        write("killed", 10, 0.1, RunCard.Status.RUNNING);
        Files.createDirectory(runs.resolve("empty"));
        Files.writeString(Files.createDirectory(runs.resolve("rubbish")).resolve("card.json"), "{\"status\":");
        Files.writeString(runs.resolve("file"), "");
        Path alive = write("alive", 10, 0.1, RunCard.Status.RUNNING);
        FolderLock lock = FolderLock.take(alive).orElseThrow();
        try {
            assertEquals(
                    List.of(
                            RunSummary.State.RUNNING,
                            RunSummary.State.UNREADABLE,
                            RunSummary.State.BROKEN_OFF,
                            RunSummary.State.UNREADABLE),
                    new RunArchive(runs).read().stream().map(RunSummary::state).toList());
            assertThrows(RunGoesOnException.class, () -> RunArchive.trash(alive));
        } finally {
            lock.close();
        }
        assertEquals(List.of(), new RunArchive(runs.resolve("none")).read());
    }

    @Test
    void readsARunAgainOnlyWhenItHasChanged() throws IOException {
        Path run = write("one", 10, 0.1, RunCard.Status.FINISHED);
        RunArchive archive = new RunArchive(runs);
        RunSummary first = archive.read().get(0);
        assertSame(first, archive.read().get(0));
        new RunNotes(List.of("b", " a", "b"), "the first").write(run);
        RunSummary second = archive.read().get(0);
        assertEquals(new RunNotes(List.of("a", "b"), "the first"), second.notes());
        assertTrue(second.matches("first b"));
    }

    @Test
    void whatIsDeletedGoesIntoTheTrashAndCanComeBack() throws IOException {
        Path run = write("one", 10, 0.1, RunCard.Status.FINISHED);
        Path gone = RunArchive.trash(run);
        assertEquals(List.of(), new RunArchive(runs).read());
        assertTrue(RunFolder.open(gone).card().isPresent());
        Path again = write("one", 10, 0.1, RunCard.Status.FINISHED);
        assertEquals(run, again);
        assertFalse(gone.equals(RunArchive.trash(again)));
    }

    @Test
    void saysInWhatTwoRunsDiffer() throws IOException {
        RunArchive archive = new RunArchive(runs);
        write("a", 10, 0.1, RunCard.Status.FINISHED);
        write("b", 12, 0.2, RunCard.Status.FINISHED);
        List<RunSummary> both = archive.read();
        assertEquals(
                List.of(
                        new RunDifference.Row(RunDifference.Kind.DESIGN, "linear.out_features", "10", "12"),
                        new RunDifference.Row(RunDifference.Kind.RECIPE, "optimizer.learning_rate", "0.1", "0.2")),
                RunDifference.between(both.get(0).stored(), both.get(1).stored())
                        .rows());
    }

    /** Everything that two designs can differ in and that changes what they compute. */
    @Test
    void comparesVariablesLetModulesRepeatWhenSharesAndMuted() throws IOException {
        String form = """
                {"format": "convas-design", "version": 1, "name": "n", "variables": {"width": %1$s}, "let": {"half": "=width/%1$s"},
                 "nodes": [{"id": "image", "type": "Input", "params": {"shape": [1, 8, 8]}},
                  {"id": "a", "type": "Mine", "repeat": %1$s, "when": "=width>%1$s", "muted": %2$s},
                  {"id": "b", "type": "Mine", "shares": "%3$s"}, {"id": "c", "type": "Mine"},
                  {"id": "out", "type": "Output"}],
                 "edges": [{"from": "image", "to": "a"}, {"from": "%3$s", "to": "out"}],
                 "modules": {"Mine": {"type": "Mine", "inputs": ["in"], "params": {"k": {"type": "int", "default": %1$s}},
                  "let": {"mid": "=k+%1$s"}, "nodes": [{"id": "conv", "type": "Conv2d", "params": {"out_channels": %1$s}}],
                  "edges": [{"from": "in", "to": "conv"}], "outputs": {"out": "conv"}}}}
                """;
        List<String> names = new java.util.ArrayList<>();
        Path first = write("one", 10, 0.1, RunCard.Status.FINISHED);
        Path second = write("two", 10, 0.1, RunCard.Status.FINISHED);
        Files.writeString(first.resolve("design.json"), form.formatted(1, false, "a"));
        Files.writeString(second.resolve("design.json"), form.formatted(2, true, "c"));
        List<RunSummary> both = new RunArchive(runs).read();
        RunDifference.between(both.get(0).stored(), both.get(1).stored())
                .rows()
                .forEach(row -> names.add(row.name() + " " + row.first() + " " + row.second()));
        assertEquals(
                List.of(
                        "width 1 2",
                        "let.half =width/1 =width/2",
                        "a repeat 1 2",
                        "a when =width>1 =width>2",
                        "b shares a c",
                        "a:0 \u2192 out:0 \u2713 ",
                        "modules.Mine.params.k.default 1 2",
                        "modules.Mine.let.mid =k+1 =k+2",
                        "modules.Mine.conv.out_channels 1 2",
                        "a muted  \u2713",
                        "c:0 \u2192 out:0  \u2713"),
                names);
        assertEquals(2, RunGroup.of(both).size());
    }

    @Test
    void anEpochIsDoneWhenTheCheckpointSaysSo() throws IOException {
        Path run = write("one", 10, 0.1, RunCard.Status.STOPPED);
        // Stopped in the middle of the second epoch: its figures are told, but it is not done.
        Path checkpoint = Files.createDirectory(run.resolve("checkpoint"));
        Files.writeString(
                checkpoint.resolve("state.json"),
                "{\"epoch\": 1, \"batch\": 3, \"step\": 13, \"seed\": 3, \"loss\": 0.0, \"hits\": 0, \"images\": 0, \"seconds\": 1.0}");
        RunSummary stopped = new RunArchive(runs).read().get(0);
        assertEquals(1, stopped.epochs());
        assertEquals(OptionalDouble.of(0.7), stopped.accuracy());
    }

    /** Two seeds of one network, one that got far by chance, and a run that was not finished. */
    @Test
    void groupsOfAllRunsHaveTheMeanOfTheirSeedsAndWhatIsUnfinishedApart() throws IOException {
        for (double accuracy : new double[] {0.6, 0.8}) {
            RunSamples.program(
                    RunSamples.write(runs, "net", accuracy, 650, RunCard.Status.FINISHED), "net", Map.of(), "11111111");
        }
        RunSamples.program(
                RunSamples.write(runs, "net", 0.9, 650, RunCard.Status.STOPPED), "net", Map.of(), "11111111");
        List<RunGroup> groups = RunGroup.ofAll(new RunArchive(runs).read());
        assertEquals(2, groups.size());
        assertEquals(0.7, groups.get(0).mean(RunColumn.BEST).getAsDouble(), 1e-9);
        assertEquals(1, groups.get(1).runs().size());
    }

    @Test
    void theFrontHasWhatNothingBeatsInBoth() {
        List<double[]> points = List.of(
                new double[] {3, 0.9},
                new double[] {1, 0.5},
                new double[] {2, 0.5},
                new double[] {2, 0.8},
                new double[] {4, 0.9},
                new double[] {5, 0.85});
        assertEquals(
                List.of(points.get(1), points.get(3), points.get(0)),
                ParetoFront.of(points, point -> point[0], point -> point[1]));
    }
}
