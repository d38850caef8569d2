package convas.engine;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.management.OperatingSystemMXBean;
import convas.text.Texts;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;

/**
 * What must be set before the engine's native library is loaded: no network, no telemetry, and on Linux an allocator
 * that keeps the memory it has.
 *
 * <p>Threads of a JVM use a secondary arena of glibc's malloc, which gives memory back to the kernel at the end of every
 * training step and faults it in again at the next; on a small network that costs a tenth of the time.
 *
 * <p>Threads of OpenMP that wait for the next piece of work either sleep, and then wake late, which costs a small network
 * a fifth of its time on two threads; or look for it again and again, and then take the time of other programs, with which
 * a step lasts twice as long as with sleeping threads. So they look, for less than a millisecond, where the machine is idle
 * at the start, and sleep where it is not.
 */
public final class EngineStartup {
    private static final int M_TRIM_THRESHOLD = -1;
    private static final int M_TOP_PAD = -2;
    private static final int M_MMAP_THRESHOLD = -3;
    private static final int M_ARENA_MAX = -8;
    /** How often a waiting thread of libgomp looks before it sleeps, where there is room for that. */
    private static final String LOOKS = "30000";

    /** Says that the other programs were watched, in this process. */
    private static final String WATCHED = "convas.engine.watched";

    private static final long WATCH_MILLIS = 100;
    /** Busy processors of others that count as none. */
    private static final double IDLE = 0.3;

    private EngineStartup() {}

    /**
     * Applies the settings. Call it first thing in a process that will use the engine; calling it again changes nothing.
     * What the user has set, by system property or environment variable, stays. Where the C library has no
     * such switches, training is a little slower and nothing else.
     *
     * @throws EngineFolderException where the native libraries would come from a folder that others can fill
     */
    public static void apply() {
        for (String property : new String[] {"ai.djl.offline", "OPT_OUT_TRACKING"}) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, "true");
            }
        }
        EngineFolder.prepare(new Texts(Locale.getDefault()));
        keepMemory();
        stayAwake(System.getenv());
    }

    /** Lets OpenMP's threads wait awake where nobody else needs the processors; says nothing where a user has. */
    private static void stayAwake(Map<String, String> environment) {
        boolean asleep = environment.getOrDefault("OMP_WAIT_POLICY", "passive").equalsIgnoreCase("passive");
        if (!asleep || environment.containsKey("GOMP_SPINCOUNT") || !isLinux() || System.getProperty(WATCHED) != null) {
            return;
        }
        // libgomp reads the variable once: watching again would take time and change nothing.
        System.setProperty(WATCHED, "true");
        int processors = Runtime.getRuntime().availableProcessors();
        if (isRoomFor(threads(environment, processors), processors, busyElsewhere(processors))) {
            try {
                NativeLibrary.getInstance("c").getFunction("setenv").invokeInt(new Object[] {"GOMP_SPINCOUNT", LOOKS, 1
                });
            } catch (LinkageError absent) {
                // They sleep, then.
            }
        }
    }

    /** @param busy processors that other programs keep busy; NaN where that is unknown */
    static boolean isRoomFor(int threads, int processors, double busy) {
        return threads + busy <= processors + IDLE;
    }

    private static int threads(Map<String, String> environment, int processors) {
        try {
            return Integer.parseInt(
                    environment.getOrDefault("OMP_NUM_THREADS", "").trim());
        } catch (NumberFormatException unset) {
            return processors;
        }
    }

    private static double busyElsewhere(int processors) {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return Double.NaN;
        }
        // The first answer is about the time since the machine or the process began.
        system.getCpuLoad();
        system.getProcessCpuLoad();
        try {
            Thread.sleep(WATCH_MILLIS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
        double all = system.getCpuLoad();
        double own = system.getProcessCpuLoad();
        return all < 0 || own < 0 ? Double.NaN : Math.max(0, all - own) * processors;
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
    }

    /** Whether every switch was accepted; false on systems without glibc, or where the environment tunes malloc. */
    static boolean keepMemory() {
        boolean tuned = System.getenv().keySet().stream().anyMatch(name -> name.startsWith("MALLOC_"));
        if (tuned || !isLinux()) {
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
