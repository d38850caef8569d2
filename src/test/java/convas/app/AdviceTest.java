package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.cli.CommandLineInterface;
import convas.cli.Console;
import convas.cli.Parts;
import convas.text.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told to do about a failure helps, or is not said. */
final class AdviceTest {
    private static final String RESUME = "--resume";

    @TempDir
    private Path place;

    private Path design(String nodes, String training) throws IOException {
        return Files.writeString(
                place.resolve("case.json"),
                ("{'format': 'convas-design', 'version': 1, 'name': 'case', 'nodes': [" + nodes + "],"
                                + "'edges': [{'from': 'image', 'to': 'flat'}, {'from': 'flat', 'to': 'linear'},"
                                + "{'from': 'linear', 'to': 'out'}], 'training': " + training + "}")
                        .replace('\'', '"'));
    }

    private static String linear(String width) {
        return "{'id': 'image', 'type': 'Input', 'params': {'shape': [1, 8, 8]}}, {'id': 'flat', 'type': 'Flatten'},"
                + "{'id': 'linear', 'type': 'Linear', 'params': {'out_features': " + width + "}},"
                + "{'id': 'out', 'type': 'Output'}";
    }

    /** The same numbers would come again. */
    @Test
    void aRunWhoseLossIsNoNumberIsNotToBeGoneOnWith() throws IOException {
        Path file = design(linear("10"), "{'optimizer': {'type': 'SGD', 'learning_rate': 1e30, 'weight_decay': 1}}");
        Call call = Call.of(
                "train", file.toString(), "--runs", place.resolve("runs").toString());
        assertEquals(1, call.code());
        assertTrue(call.err().contains("The loss is no longer a finite number"), call.err());
        assertFalse((call.out() + call.err()).contains(RESUME), call.out() + call.err());
    }

    /** One step of infinite size: its own loss is a number, and there is no step after it that would tell. */
    @Test
    void aRunWhoseLastStepLeavesNoNumbersHasNotFinished() throws IOException {
        Path file = design(
                linear("10"),
                "{'epochs': 1, 'batch_size': 2000, 'optimizer': {'type': 'SGD', 'learning_rate': 1e300}}");
        Call call = Call.of(
                "train", file.toString(), "--runs", place.resolve("runs").toString());
        assertEquals(1, call.code());
        assertTrue(
                call.err()
                        .contains(
                                "The loss over the images that validate is no finite number (epoch 1, after step 1)."),
                call.err());
        assertTrue(call.err().contains("The weights hold values that are infinite or no numbers"), call.err());
        assertFalse(call.out().contains("Done:"), call.out());
    }

    @Test
    void quotesAroundANumberAreSeen() throws IOException {
        Call call = Call.of("check", design(linear("'10'"), "{}").toString());
        assertTrue(
                (call.out() + call.err())
                        .contains(
                                "linear.out_features: Expected a value without quotes, as 10; found the text \"10\"."),
                call.out() + call.err());
        Call recipe = Call.of(
                "train",
                design(linear("10"), "{'epochs': '3'}").toString(),
                "--runs",
                place.resolve("runs").toString());
        assertTrue(
                recipe.err().contains("training.epochs: Expected a value without quotes, as 3; found the text \"3\"."),
                recipe.err());
    }

    @Test
    void aFaultThatNobodyExpectedIsOneSentenceAndALog() throws IOException {
        Texts texts = new Texts(Locale.ENGLISH);
        Parts whole = Main.parts(texts);
        Parts broken = new Parts(
                texts,
                () -> {
                    throw new IllegalStateException("no shelf");
                },
                whole.library(),
                whole.presets(),
                whole.training(),
                whole.profiling(),
                whole.editor(),
                whole.benchmarks(),
                whole.pictures());
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false);
        assertEquals(1, new CommandLineInterface(broken, console).run("count", "digits-plain"));
        String told = err.toString().strip();
        assertEquals(1, told.lines().count(), told);
        String start = "Convas met a fault that nobody expected: IllegalStateException: no shelf. Its log is ";
        assertTrue(told.startsWith(start), told);
        Path log = Path.of(told.substring(start.length(), told.length() - 1));
        assertTrue(Files.readString(log).contains("\tat convas.app.AdviceTest"), told);
        Files.delete(log);
    }
}
