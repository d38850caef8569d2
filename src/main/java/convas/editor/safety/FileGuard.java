package convas.editor.safety;

import convas.editor.document.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** Knows what each document's file held when it was last read or saved, and so whether somebody changed it since. */
public final class FileGuard {
    /** How a file differs from what is known. */
    public enum Finding {
        SAME,
        CHANGED,
        DELETED
    }

    private final Map<Document, FileStamp> stamps = new WeakHashMap<>();

    /** The document's file holds this now, by what was just read or written, or because a person keeps to the own version. */
    public synchronized void know(Document document, FileStamp stamp) {
        stamps.put(document, stamp);
    }

    /** What is known; {@link FileStamp#NONE} for a document without a file. */
    public synchronized FileStamp known(Document document) {
        return stamps.getOrDefault(document, FileStamp.NONE);
    }

    private synchronized Optional<FileStamp> find(Document document) {
        return Optional.ofNullable(stamps.get(document));
    }

    /** Looks at a document's file; reads it, so not for the window's thread. A file that cannot be read counts as same. */
    public Finding look(Document document, Path file) {
        Optional<FileStamp> known = find(document);
        if (known.isEmpty()) {
            return Finding.SAME;
        }
        try {
            FileStamp now = FileStamp.of(file);
            if (now.equals(known.get())) {
                return Finding.SAME;
            }
            return now.isNone() ? Finding.DELETED : Finding.CHANGED;
        } catch (IOException unreadable) {
            return Finding.SAME;
        }
    }

    /** What every one of these files is found to be. */
    public Map<Document, Finding> look(Map<Document, Path> files) {
        Map<Document, Finding> findings = new HashMap<>();
        files.forEach((document, file) -> findings.put(document, look(document, file)));
        return findings;
    }
}
