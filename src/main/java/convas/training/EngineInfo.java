package convas.training;

import java.util.List;

/**
 * What the engine finds on this machine.
 *
 * @param engine with its version
 * @param devices by name: {@code cpu}, then {@code gpu0}, {@code gpu1}, ... where there are any
 * @param processors that the JVM sees, which limits sensible threads
 */
public record EngineInfo(String engine, List<String> devices, int processors) {
    public EngineInfo {
        devices = List.copyOf(devices);
    }
}
