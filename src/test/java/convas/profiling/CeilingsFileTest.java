package convas.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of the machine. */
class CeilingsFileTest {
    @TempDir
    Path folder;

    private static Ceilings of(String device, int threads, double gigaflops) {
        return new Ceilings(Processor.name(), device, threads, gigaflops, 20, 2, "2026-11-25T12:00:00+01:00");
    }

    @Test
    void eachDeviceAndNumberOfThreadsHasItsNewestOnes() throws IOException {
        CeilingsFile file = new CeilingsFile(folder.resolve("profiles"));
        assertEquals(Optional.empty(), file.find("cpu", 1));
        file.keep(of("cpu", 1, 50));
        file.keep(of("cpu", 2, 90));
        file.keep(of("cpu", 1, 60));

        assertEquals(Optional.of(of("cpu", 1, 60)), file.find("cpu", 1));
        assertEquals(Optional.of(of("cpu", 2, 90)), file.find("cpu", 2));
        assertEquals(Optional.empty(), file.find("gpu0", 1));
        file.forget("cpu", 1);
        assertEquals(Optional.empty(), file.find("cpu", 1));
        assertEquals(Optional.of(of("cpu", 2, 90)), file.find("cpu", 2));
    }

    @Test
    void aFileThatWasChangedByHandIsMeasuredAgain() throws IOException {
        CeilingsFile file = new CeilingsFile(folder);
        file.keep(of("cpu", 1, 50));
        Path path = folder.resolve("ceilings.json");
        Files.writeString(path, Files.readString(path).replace("50.0", "\"fast\""));
        assertEquals(Optional.empty(), file.find("cpu", 1));
        for (String odd : List.of("1e999", "1e-320", "1e100", "-50.0")) {
            file.keep(of("cpu", 1, 50));
            Files.writeString(path, Files.readString(path).replace("50.0", odd));
            assertEquals(Optional.empty(), file.find("cpu", 1), odd);
        }
        Files.writeString(path, "[{");
        assertEquals(Optional.empty(), file.find("cpu", 1));
    }

    @Test
    void aLinkToAnEndlessDeviceIsNeitherReadNorWrittenThrough() throws IOException {
        Path path = folder.resolve("ceilings.json");
        Files.createSymbolicLink(path, Path.of("/dev/zero"));
        CeilingsFile file = new CeilingsFile(folder);
        assertEquals(Optional.empty(), file.find("cpu", 1));
        file.keep(of("cpu", 1, 50));
        assertEquals(Optional.of(of("cpu", 1, 50)), file.find("cpu", 1));
        assertFalse(Files.isSymbolicLink(path));
    }
}
