package convas.training.archive;

import java.io.IOException;
import java.nio.file.Path;

/** What people wrote about a run cannot be read, so it is not replaced: somebody may still get it out of its file. */
public final class NotesUnreadableException extends IOException {
    private static final long serialVersionUID = 1;

    NotesUnreadableException(Path file, Throwable why) {
        super(file.toString(), why);
    }
}
