package convas.file;

import java.io.IOException;
import java.io.OutputStream;

/** What a file is to hold, written piece by piece: it need never be in memory as a whole. */
@FunctionalInterface
public interface Content {
    /** @param out need not be closed; neither small nor large pieces cost more than their bytes */
    void writeTo(OutputStream out) throws IOException;
}
