package convas.profiling.djl;

import com.sun.management.OperatingSystemMXBean;
import convas.engine.ProcessMemory;
import convas.profiling.Machine;
import convas.profiling.Processor;
import convas.text.Release;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** What this process knows of itself and its machine. */
final class MachineFacts {
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
                new Release().version());
    }

    private static Optional<OperatingSystemMXBean> system() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean known
                ? Optional.of(known)
                : Optional.empty();
    }

    /** The most memory that this process has had at once; nothing where the system does not tell. */
    static Optional<Long> mostMemory() {
        return ProcessMemory.most().stream().boxed().findFirst();
    }

    /** Memory that could be given out now without taking it from others; nothing where the system does not tell. */
    static Optional<Long> freeMemory() {
        return ProcessMemory.free().stream().boxed().findFirst();
    }
}
