package convas.training.run;

import convas.file.ClosedFolder;
import convas.training.RunOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file {@code control} in a run's folder: whoever may write there can ask something of the process that works on the
 * run, also one that did not start it. The process takes the file away in one step with
 * reading it, so that an order that is left meanwhile stays.
 */
public final class ControlFile {
    private static final String NAME = "control";

    private static final int LONGEST = 100;

    private final ClosedFolder folder;

    public ControlFile(Path run) {
        folder = new ClosedFolder(run);
    }

    /** Leaves an order; one that was not read yet is replaced. */
    public void write(RunOrder order) throws IOException {
        folder.replace(NAME, (order.word() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The order that was left, once; what cannot be read or means nothing is taken away too. */
    public Optional<RunOrder> take() {
        try {
            return folder.take(NAME, LONGEST).flatMap(word -> RunOrder.of(new String(word, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
