package convas.training.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.json.DesignFormat;
import convas.text.Texts;
import convas.training.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointCheckTest {
    @TempDir
    private Path runs;

    private Path run;
    private Path checkpoint;

    @BeforeEach
    void fill() throws IOException {
        RunFolder folder = RunFolder.create(runs, "net", LocalDateTime.of(2026, 3, 4, 5, 6, 7));
        folder.writeDesign(new DesignFormat().write(Design.empty("net")));
        folder.writeRecipe(Recipe.read(Map.of()).value().orElseThrow());
        folder.writeCheckpoint(CheckpointState.start(1), place -> {
            place.write(RunFolder.WEIGHTS, out -> out.write(new byte[] {1, 2, 3}));
            place.write(RunFolder.OPTIMIZER, out -> out.write(new byte[] {4}));
        });
        run = folder.path();
        checkpoint = run.resolve("checkpoint");
    }

    private List<String> said() {
        Texts texts = new Texts(Locale.ENGLISH);
        return CheckpointCheck.of(run, checkpoint).stream()
                .map(problem -> problem.sentence(texts))
                .toList();
    }

    private static void replace(Path file, String before, String after) throws IOException {
        String content = Files.readString(file);
        assertTrue(content.contains(before), content);
        Files.writeString(file, content.replace(before, after));
    }

    @Test
    void aCheckpointAsItWasWrittenIsFine() {
        assertEquals(List.of(), said());
    }

    @Test
    void theDigestIsTheFilesSha256() throws IOException {
        // printf '\x01\x02\x03' | sha256sum
        assertTrue(Files.readString(checkpoint.resolve("state.json"))
                .contains("sha256:039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"));
    }

    @Test
    void aFlippedBitIsSaid() throws IOException {
        Files.write(checkpoint.resolve(RunFolder.WEIGHTS), new byte[] {1, 2, 2});
        assertEquals(1, said().size());
        assertTrue(said().get(0)
                .startsWith("The checkpoint's file checkpoint/weights.safetensors is not what the run wrote"));
    }

    @Test
    void anEditedRecipeIsSaidAndMoreEpochsAreNot() throws IOException {
        replace(run.resolve("recipe.json"), "\"epochs\" : 10", "\"epochs\" : 20");
        assertEquals(List.of(), said());
        replace(run.resolve("recipe.json"), "\"batch_size\" : 64", "\"batch_size\" : 32");
        assertTrue(said().get(0).startsWith("recipe.json in the run's folder says something else"), said().toString());
    }

    @Test
    void anEditedDesignIsSaid() throws IOException {
        replace(run.resolve("design.json"), "\"net\"", "\"other\"");
        assertTrue(said().get(0).startsWith("design.json in the run's folder says something else"), said().toString());
    }

    @Test
    void aRunOfAVersionWithoutDigestsIsSaidNotToBeChecked() throws IOException {
        Files.writeString(
                checkpoint.resolve("state.json"),
                "{\"epoch\":0,\"batch\":0,\"step\":0,\"seed\":1,\"loss\":0,\"hits\":0,\"images\":0,\"seconds\":0}");
        List<Diagnostic> said = CheckpointCheck.of(run, checkpoint);
        assertEquals(
                List.of("training.checkpoint.unchecked"),
                said.stream().map(Diagnostic::key).toList());
        assertTrue(said.stream().noneMatch(Diagnostic::isError));
        assertEquals(0, RunFolder.open(run).state().orElseThrow().epoch());
    }

    @Test
    void aStateWithAMissingOrImpossibleFieldIsNone() throws IOException {
        Map<String, String> odd = Map.of(
                "\"epoch\" : 0", "\"epoch\" : null",
                "\"batch\" : 0", "\"batch\" : -5",
                "\"step\" : 0", "\"steps\" : 0",
                "\"images\" : 0", "\"images\" : 1.5",
                "\"loss\" : 0.0", "\"loss\" : \"NaN\"",
                "\"seed\" : 1", "\"seed\" : 18446744073709551616");
        String whole = Files.readString(checkpoint.resolve("state.json"));
        for (Map.Entry<String, String> each : odd.entrySet()) {
            Files.writeString(checkpoint.resolve("state.json"), whole);
            replace(checkpoint.resolve("state.json"), each.getKey(), each.getValue());
            StoredRun stored = RunFolder.open(run);
            assertTrue(stored.state().isEmpty(), each.getValue());
            assertTrue(
                    stored.problems().stream().anyMatch(said -> said.key().startsWith("training.checkpoint.field.")));
        }
    }

    @Test
    void whatAKillLeftIsTakenAwayWhenTheRunIsGoneOnWith() throws IOException {
        Files.createDirectories(run.resolve(".checkpoint.01234567-89ab-cdef-0123-456789abcdef.tmp/inner"));
        Files.createDirectories(run.resolve("checkpoint.new"));
        Files.writeString(run.resolve(".card.json.01234567-89ab-cdef-0123-456789abcdef.tmp"), "half");
        RunFolder.resume(run, 0);
        try (Stream<Path> left = Files.list(run)) {
            assertEquals(
                    List.of("checkpoint", "design.json", "lock.owner", "recipe.json"),
                    left.map(each -> each.getFileName().toString()).sorted().toList());
        }
    }
}
