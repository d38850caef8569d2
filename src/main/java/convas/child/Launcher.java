package convas.child;

import java.io.IOException;

/** Starts a child. */
@FunctionalInterface
public interface Launcher {
    Process launch() throws IOException;
}
