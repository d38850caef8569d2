package convas.editor.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.Settings;
import convas.training.RunOptions;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What new runs train on, as it was set. */
final class RunDefaultsTest {
    @TempDir
    private Path home;

    private RunOptions after(String name, String value) {
        Settings settings = new Settings(home.resolve("settings.properties"), Runnable::run);
        settings.set(name, value);
        return new RunDefaults(settings).options();
    }

    @Test
    void whereNothingIsSetConvasDecides() {
        RunOptions options = new RunDefaults(new Settings(home.resolve("none"), Runnable::run)).options();
        assertEquals(RunOptions.DEFAULT.staying(), options);
        assertTrue(options.stays());
    }

    @Test
    void deviceAndThreadsAreThoseThatWereSet() {
        assertEquals("cpu", after("training.device", "cpu").device());
        assertEquals(OptionalInt.of(1), after("training.threads", "1").threads());
    }

    @Test
    void whatThisMachineCannotMeanIsNotAskedFor() {
        assertEquals(OptionalInt.empty(), after("training.threads", "100000").threads());
        assertEquals(OptionalInt.empty(), after("training.threads", "0").threads());
        assertEquals(OptionalInt.empty(), after("training.threads", "auto").threads());
    }
}
