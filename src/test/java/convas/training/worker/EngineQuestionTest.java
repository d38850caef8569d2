package convas.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import convas.child.Launcher;
import convas.text.Texts;
import convas.training.EngineInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Processes that answer, that say something else, and that say nothing at all. */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class EngineQuestionTest {
    private static EngineInfo ask(String script, Duration patience) throws IOException {
        Launcher launcher = () -> new ProcessBuilder("/bin/sh", "-c", script).start();
        return new EngineQuestion(launcher, patience, new Texts(Locale.ENGLISH)).ask();
    }

    private static String refusal(String script, Duration patience) {
        return assertThrows(IOException.class, () -> ask(script, patience)).getMessage();
    }

    @Test
    void anAnswerIsRead() throws IOException {
        EngineInfo told = ask(
                "echo '{\"engine\":\"PyTorch 2.7.1\",\"processors\":2,\"devices\":[\"cpu\",\"gpu0\"]}'",
                EngineQuestion.PATIENCE);
        assertEquals(new EngineInfo("PyTorch 2.7.1", List.of("cpu", "gpu0"), 2), told);
    }

    @Test
    void aProcessThatSaysNothingIsNotWaitedForForEver() {
        assertEquals(
                "The engine PyTorch could not be loaded: it gave no answer within 1 s. Its native libraries come"
                        + " with Maven for Linux, Windows and macOS on ARM.",
                refusal("exec sleep 100000", Duration.ofSeconds(1)));
    }

    @Test
    void whatAProcessSaidBeforeItEndedIsTold() {
        assertEquals(
                "There is a sentence.",
                refusal("echo '{\"problem\":\"There is a sentence.\"}'", EngineQuestion.PATIENCE));
        assertEquals(
                "The engine PyTorch could not be loaded: no such library. Its native libraries come with Maven for"
                        + " Linux, Windows and macOS on ARM.",
                refusal("echo 'no such library' >&2; exit 1", EngineQuestion.PATIENCE));
        assertEquals(
                "The engine PyTorch could not be loaded: its process ended without a word. Its native libraries come"
                        + " with Maven for Linux, Windows and macOS on ARM.",
                refusal("exit 1", EngineQuestion.PATIENCE));
    }
}
