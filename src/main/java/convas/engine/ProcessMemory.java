package convas.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What the system says about memory; only Linux does. */
public final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private ProcessMemory() {}

    /** Bytes that this process has now. */
    public static OptionalLong resident() {
        return kibibytes(STATUS, "VmRSS:");
    }

    /** The most bytes that this process has had at once. */
    public static OptionalLong most() {
        return kibibytes(STATUS, "VmHWM:");
    }

    /** Bytes that could be given out now without taking them from others. */
    public static OptionalLong free() {
        return kibibytes(MEMORY, "MemAvailable:");
    }

    private static OptionalLong kibibytes(Path file, String field) {
        if (!Files.isReadable(file)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | NumberFormatException unreadable) {
            return OptionalLong.empty();
        }
    }
}
