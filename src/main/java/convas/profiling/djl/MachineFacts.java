package convas.profiling.djl;

import com.sun.management.OperatingSystemMXBean;
import convas.profiling.Machine;
import convas.profiling.Processor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What this process knows of itself and its machine. */
final class MachineFacts {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private MachineFacts() {}

    /** @param engine with its version */
    static Machine here(String engine) {
        return new Machine(
                Processor.name(),
                Runtime.getRuntime().availableProcessors(),
                system().map(OperatingSystemMXBean::getTotalMemorySize).orElse(0L),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.version"),
                engine,
                Optional.ofNullable(MachineFacts.class.getPackage().getImplementationVersion())
                        .orElse("development"));
    }

    private static Optional<OperatingSystemMXBean> system() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean known
                ? Optional.of(known)
                : Optional.empty();
    }

    /** The most memory that this process has had at once; nothing where the system does not tell. */
    static Optional<Long> mostMemory() {
        return kibibytes(STATUS, "VmHWM:");
    }

    /** Memory that could be given out now without taking it from others; nothing where the system does not tell. */
    static Optional<Long> freeMemory() {
        return kibibytes(MEMORY, "MemAvailable:");
    }

    private static Optional<Long> kibibytes(Path file, String field) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith(field))
                    .map(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
