package convas.training.archive;

import java.io.IOException;
import java.nio.file.Path;

/** A run cannot be moved away while a process works on it. */
public final class RunGoesOnException extends IOException {
    private static final long serialVersionUID = 1;

    RunGoesOnException(Path run) {
        super(run.toString());
    }
}
