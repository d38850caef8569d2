package convas.child;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A JVM of its own for work with the engine, on this JVM's class path and Java: a crash, an end of memory or a kill there
 * never touches this process, and all native memory goes with the child. A child ignores Ctrl-C, which a terminal sends to
 * all its processes: what it does then is for whoever started it to say.
 *
 * @param locale the child's language too
 * @param options for the child's JVM, for instance {@code -Xmx4g}
 */
public record ChildJvm(Locale locale, List<String> options) {
    public ChildJvm {
        options = List.copyOf(options);
    }

    /**
     * Starts the child; what it reads, writes and says is the caller's to attend to.
     *
     * @param main the name of the class whose {@code main} it runs
     * @param threads that the engine is to have
     */
    public Process launch(String main, int threads) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(shielded(command(main)));
        Map<String, String> environment = builder.environment();
        // Spinning threads of OpenMP would take the time of the window, and of each other; the child looks if they may.
        environment.putIfAbsent("OMP_WAIT_POLICY", "passive");
        environment.put("OMP_NUM_THREADS", Integer.toString(Math.max(1, threads)));
        if (!isUtf8()) {
            // Names of files in a design are not those that the locale of whoever started this process can write.
            environment.put("LC_ALL", "C.UTF-8");
        }
        return builder.start();
    }

    private static boolean isUtf8() {
        return windows() || StandardCharsets.UTF_8.name().equals(System.getProperty("sun.jnu.encoding"));
    }

    /** The command in a shell that ignores Ctrl-C and the end of the terminal and then becomes the command. */
    private static List<String> shielded(List<String> command) {
        if (windows()) {
            return command;
        }
        List<String> shielded = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        shielded.addAll(command);
        return shielded;
    }

    private List<String> command(String main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", windows() ? "java.exe" : "java")
                .toString());
        // Unless the user lets the engine fetch its libraries, which those for a GPU may need.
        command.add("-Dai.djl.offline=" + System.getProperty("ai.djl.offline", "true"));
        command.add("-Dfile.encoding=" + StandardCharsets.UTF_8);
        command.add("-Duser.language=" + locale.getLanguage());
        command.add("-Djava.awt.headless=true");
        // The heap holds little; collecting it must not take the cores from the engine.
        command.add("-XX:+UseSerialGC");
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main);
        return command;
    }

    private static boolean windows() {
        return File.separatorChar == '\\';
    }
}
