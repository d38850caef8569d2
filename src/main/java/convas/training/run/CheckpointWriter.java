package convas.training.run;

import convas.file.ClosedFolder;
import convas.file.Content;
import java.io.IOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the files of a checkpoint that is not in its place yet, and knows their digests. */
public final class CheckpointWriter {
    private final ClosedFolder folder;
    private final Map<String, String> digests = new LinkedHashMap<>();

    CheckpointWriter(ClosedFolder folder) {
        this.folder = folder;
    }

    /** Writes a file as it comes and forces it to the disk. */
    public void write(String name, Content content) throws IOException {
        MessageDigest digest = Digest.start();
        folder.create(name, out -> {
            DigestOutputStream counted = new DigestOutputStream(out, digest);
            content.writeTo(counted);
            counted.flush();
        });
        digests.put(name, Digest.end(digest));
    }

    Map<String, String> digests() {
        return Collections.unmodifiableMap(digests);
    }
}
