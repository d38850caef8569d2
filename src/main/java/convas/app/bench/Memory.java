package convas.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory this process has. */
final class Memory {
    private Memory() {}

    /** What the system says is in use; empty where it does not say (only Linux does). */
    static OptionalLong residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) >> 10)
                    .findFirst();
        } catch (IOException | NumberFormatException unknown) {
            return OptionalLong.empty();
        }
    }
}
