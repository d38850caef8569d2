package convas.training.worker;

import convas.text.Texts;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunRequest;
import convas.training.TrainingService;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs each training in a JVM of its own, so that a crash, an end of memory or a kill there never touches this one, and
 * all native memory goes with the process. The child uses this JVM's class path and Java.
 */
public final class WorkerService implements TrainingService {
    private static final String MAIN = "convas.training.djl.WorkerMain";

    private final Texts texts;
    private final List<String> options;

    /** @param texts in the user's language, which becomes the child's too */
    public WorkerService(Texts texts) {
        this(texts, List.of());
    }

    /** @param options for the child's JVM, for instance {@code -Xmx4g} */
    public WorkerService(Texts texts, List<String> options) {
        this.texts = texts;
        this.options = List.copyOf(options);
    }

    @Override
    public RunHandle start(RunRequest request, Consumer<RunEvent> observer) {
        int threads = request.options().threads().orElse(Runtime.getRuntime().availableProcessors());
        WorkerProcess worker = new WorkerProcess(() -> launch(threads), request, texts, observer);
        worker.start();
        return worker;
    }

    private Process launch(int threads) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(shielded(command()));
        Map<String, String> environment = builder.environment();
        // Spinning threads of OpenMP would take the time of the window, and of each other.
        environment.putIfAbsent("OMP_WAIT_POLICY", "passive");
        environment.put("OMP_NUM_THREADS", Integer.toString(Math.max(1, threads)));
        return builder.start();
    }

    /**
     * The command in a shell that ignores Ctrl-C and then becomes the command: a terminal sends it to all its processes, and
     * what the run does then is for whoever started it to say.
     */
    private static List<String> shielded(List<String> command) {
        if (windows()) {
            return command;
        }
        List<String> shielded = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        shielded.addAll(command);
        return shielded;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", windows() ? "java.exe" : "java")
                .toString());
        command.add("-Dai.djl.offline=true");
        command.add("-Dfile.encoding=" + StandardCharsets.UTF_8);
        command.add("-Duser.language=" + texts.locale().getLanguage());
        command.add("-Djava.awt.headless=true");
        // The heap holds little; collecting it must not take the cores from the engine.
        command.add("-XX:+UseSerialGC");
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(MAIN);
        return command;
    }

    private static boolean windows() {
        return File.separatorChar == '\\';
    }
}
