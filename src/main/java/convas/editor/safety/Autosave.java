package convas.editor.safety;

import convas.editor.document.Document;
import convas.graph.Design;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every open document that has unsaved work, whenever it is asked to look. Writes in the background, and only what
 * has changed since the last time. That nothing can be written costs the safety, never the session.
 */
public final class Autosave {
    private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);

    private final Recovery recovery;
    private final Executor background;
    private final Function<Document, FileStamp> stamps;
    private final Map<Document, Kept> kept = new HashMap<>();

    private volatile boolean broken;

    private record Kept(String id, Optional<Design> design) {}

    /**
     * @param background writes; one task at a time
     * @param stamps of a document's file, as it was when the document was last read or saved
     */
    public Autosave(Recovery recovery, Executor background, Function<Document, FileStamp> stamps) {
        this.recovery = recovery;
        this.background = background;
        this.stamps = stamps;
    }

    /**
     * Keeps what has changed, and forgets what is saved or closed.
     *
     * @param open all open documents
     * @param names how a document is called
     */
    public void look(Collection<Document> open, Function<Document, String> names) {
        for (Document document : open) {
            Kept before = kept.getOrDefault(document, new Kept(UUID.randomUUID().toString(), Optional.empty()));
            Design design = document.design();
            if (document.isDirty() && before.design().orElse(null) != design) {
                kept.put(document, new Kept(before.id(), Optional.of(design)));
                Keepsake work = new Keepsake(
                        names.apply(document), document.file(), stamps.apply(document), Instant.now(), design);
                write(() -> recovery.keep(before.id(), work));
            } else if (!document.isDirty() && before.design().isPresent()) {
                kept.put(document, new Kept(before.id(), Optional.empty()));
                write(() -> recovery.forget(before.id()));
            }
        }
        List<Document> closed = new ArrayList<>(kept.keySet());
        closed.removeAll(open);
        for (Document document : closed) {
            String id = kept.remove(document).id();
            write(() -> recovery.forget(id));
        }
    }

    /** Whether something could not be written. */
    public boolean isBroken() {
        return broken;
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing writing) {
        background.execute(() -> {
            try {
                writing.run();
            } catch (IOException | RuntimeException refused) {
                broken = true;
                LOG.warn("Unsaved work cannot be kept: {}", refused.toString());
            }
        });
    }
}
