package convas.compiler;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.util.Locale;
import java.util.Map;

/**
 * What must be set before the engine's native library is loaded: no network, no telemetry, and on Linux an allocator
 * that keeps the memory it has.
 *
 * <p>Threads of a JVM use a secondary arena of glibc's malloc, which gives memory back to the kernel at the end of every
 * training step and faults it in again at the next; on a small network that costs a tenth of the time.
 */
public final class EngineStartup {
    private static final int M_TRIM_THRESHOLD = -1;
    private static final int M_TOP_PAD = -2;
    private static final int M_MMAP_THRESHOLD = -3;
    private static final int M_ARENA_MAX = -8;

    private EngineStartup() {}

    /**
     * Applies the settings. Call it first thing in a process that will use the engine; calling it again changes nothing.
     * What the user has set, by system property or environment variable, stays. Never throws: where the C library has no
     * such switches, training is a little slower and nothing else.
     */
    public static void apply() {
        for (String property : new String[] {"ai.djl.offline", "OPT_OUT_TRACKING"}) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, "true");
            }
        }
        keepMemory();
    }

    /** Whether every switch was accepted; false on systems without glibc, or where the environment tunes malloc. */
    static boolean keepMemory() {
        boolean tuned = System.getenv().keySet().stream().anyMatch(name -> name.startsWith("MALLOC_"));
        if (tuned || !System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return false;
        }
        try {
            Function mallopt = NativeLibrary.getInstance("c").getFunction("mallopt");
            Map<Integer, Integer> switches = Map.of(
                    M_ARENA_MAX,
                    1,
                    M_MMAP_THRESHOLD,
                    1 << 30,
                    M_TRIM_THRESHOLD,
                    Integer.MAX_VALUE,
                    M_TOP_PAD,
                    64 << 20);
            boolean accepted = true;
            for (Map.Entry<Integer, Integer> entry : switches.entrySet()) {
                accepted &= mallopt.invokeInt(new Object[] {entry.getKey(), entry.getValue()}) == 1;
            }
            return accepted;
        } catch (LinkageError absent) {
            return false;
        }
    }
}
