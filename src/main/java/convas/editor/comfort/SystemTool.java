package convas.editor.comfort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks the system's own tools for what JavaFX 21 cannot tell. Takes a while: for the background. */
public final class SystemTool {
    private static final int SECONDS = 3;

    private SystemTool() {}

    /**
     * What a tool prints; empty where it does not end.
     *
     * @throws IOException where it is not there
     */
    public static String ask(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "";
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
