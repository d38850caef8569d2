package convas.file;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Keeps what developers need of a fault that nobody expected, so that its user is told one sentence and where the rest lies. */
public final class FaultLog {
    private FaultLog() {}

    /** A new file in the folder for temporary files, readable by its owner alone; empty where none can be made. */
    public static Optional<Path> keep(Throwable fault) {
        try {
            Path file = Files.createTempFile("convas-", ".log");
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                out.println(OffsetDateTime.now());
                fault.printStackTrace(out);
                return out.checkError() ? Optional.empty() : Optional.of(file);
            }
        } catch (IOException | RuntimeException none) {
            return Optional.empty();
        }
    }

    /** In one line what it is and says. */
    public static String name(Throwable fault) {
        String kind = fault.getClass().getSimpleName();
        String message = fault.getMessage();
        return message == null || message.isBlank()
                ? kind
                : kind + ": " + message.lines().findFirst().orElse("");
    }
}
