package convas.training.run;

import convas.training.RunOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file {@code control} in a run's folder: whoever may write there can ask something of the process that works on the
 * run, also one that did not start it. The process takes the file away when it has read it.
 */
public final class ControlFile {
    private static final String NAME = "control";

    private final Path file;

    public ControlFile(Path run) {
        file = run.resolve(NAME);
    }

    /** Leaves an order; one that was not read yet is replaced. */
    public void write(RunOrder order) throws IOException {
        DurableFile.replace(file, (order.word() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The order that was left, once; what cannot be read or means nothing is taken away too. */
    public Optional<RunOrder> take() {
        try {
            String word = Files.readString(file);
            Files.delete(file);
            return RunOrder.of(word);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
