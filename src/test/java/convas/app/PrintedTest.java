package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.cli.CommandLineInterface;
import convas.cli.Console;
import convas.text.Texts;
import convas.training.RunSamples;
import convas.training.run.RunCard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches a terminal, and what happens where it cannot be reached. */
final class PrintedTest {
    private static final String BROKEN = "src/test/resources/hostile/escapes.json";

    @TempDir
    private Path folder;

    private static void assertHarmless(Call call) {
        String all = call.out() + call.err();
        assertTrue(
                all.chars().noneMatch(each -> each != '\n' && Character.isISOControl(each)),
                () -> all.replace('\u001b', '!'));
    }

    @Test
    void controlCharactersOfADesignAreShownAsEscapes() throws IOException {
        Call call = Call.of("check", BROKEN);
        assertHarmless(call);
        assertTrue(call.out().contains("\\u001b[31mX\\u001b]0;pwned\\u0007"), call.out());
        Call json = Call.of("check", BROKEN, "--json");
        assertHarmless(json);
        assertTrue(
                new ObjectMapper()
                        .readTree(json.out())
                        .get("diagnostics")
                        .get(1)
                        .get("path")
                        .asText()
                        .startsWith("\u001b[31mX"),
                json.out());
        assertHarmless(Call.of("count", "none\u001b[2J\u009b31m.json"));
        assertHarmless(Call.of("runs", "--runs", folder.toString(), "delete", "a\u001b[2J\nb"));
    }

    @Test
    void aTableStaysATableWhateverStandsInIt() throws IOException {
        Path run = RunSamples.write(folder, "net", 0.5, 650, RunCard.Status.FINISHED);
        RunSamples.program(run, "two\nlines\u001b[2J\u202e", java.util.Map.of(), "1111111111111111");
        Call.of("runs", "--runs", folder.toString(), "note", "net", "--text", "a\tb\r\nc");
        Call call = Call.of("runs", "--runs", folder.toString());
        assertHarmless(call);
        List<String> lines = call.outLines();
        assertEquals(3, lines.size(), call.out());
        assertTrue(lines.get(2).contains("a\\tb\\r\\nc"), call.out());
        assertTrue(lines.get(2).contains("two\\nlines\\u001b[2J\\u202e"), call.out());
        assertEquals(lines.get(1).length(), lines.get(0).length(), call.out());
    }

    @Test
    void anAtSignBeginsANameLikeAnyOther() throws IOException {
        Path design = folder.resolve("@x.json");
        Files.copy(Path.of("presets/digits-plain.json"), design);
        assertEquals(0, Call.of("count", design.toString()).code());
        Files.writeString(folder.resolve("arguments"), "--version");
        Call call = Call.of("count", "@" + folder.resolve("arguments"));
        assertEquals(2, call.code());
        assertTrue(call.err().startsWith("There is no file @" + folder), call.err());
        assertFalse(call.out().contains("1"), call.out());
    }

    @Test
    void theLogShowsNoneEither() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        try {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
            context.getLogger("x").error("name \u001b[2J\u009b", new IOException("why \u001b]0;pwned\u0007"));
        } catch (JoranException wrong) {
            throw new AssertionError(wrong);
        } finally {
            context.stop();
            System.setErr(before);
        }
        String text = err.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("name ?[2J?\n"), text);
        assertTrue(text.contains("IOException: why ?]0;pwned?\n\tat "), text);
    }

    @Test
    void whereTheLocaleLosesLettersTheRemedyIsNamed() {
        Call call = Call.of("count", "d\ufffd\ufffds.json");
        assertEquals(2, call.code());
        assertTrue(call.err().startsWith("The names given have characters that this system's locale ("), call.err());
        assertTrue(call.err().contains("LC_ALL=C.UTF-8"), call.err());
    }

    /** As a full disk or a closed pipe. */
    private static final class Full extends Writer {
        @Override
        public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void close() {}
    }

    @Test
    void outputThatGoesNowhereIsAnErrorOfEveryCommand() {
        List<List<String>> calls = List.of(
                List.of("count", "digits-plain", "--json"),
                List.of("count", "digits-plain"),
                List.of("check", "digits-plain"),
                List.of("runs", "--runs", folder.toString()),
                List.of("presets"),
                List.of("modules", "--json"),
                List.of("train", "--help"),
                List.of("--version"));
        for (List<String> call : calls) {
            StringWriter err = new StringWriter();
            Console console = new Console(new PrintWriter(new Full()), new PrintWriter(err), false);
            int code = new CommandLineInterface(Main.parts(new Texts(Locale.ENGLISH)), console)
                    .run(call.toArray(String[]::new));
            assertEquals(1, code, call.toString());
            assertTrue(err.toString().startsWith("The output could not be written to its end"), err.toString());
        }
    }
}
