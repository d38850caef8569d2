package convas.training.worker;

import convas.child.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;

/** A child process as {@link ChildJvm} starts it, but in a shell that has limited it. */
public final class UnderLimit {
    private UnderLimit() {}

    /**
     * @param limit what the shell does before, as {@code ulimit -v 4000000}
     * @param main the name of the class whose {@code main} it runs
     */
    public static Process launch(String limit, String main) throws IOException {
        return new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        limit + "; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-XX:ReservedCodeCacheSize=64m",
                        "-Dai.djl.offline=true",
                        "-Duser.language=en",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main)
                .start();
    }
}
