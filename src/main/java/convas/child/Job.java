package convas.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * What a child is started for: the process, what it is asked, and what its answers and its end mean.
 *
 * @param <E> what is told of it
 */
public interface Job<E> {
    /** A word for its threads. */
    String name();

    /** Starts the child. */
    Process launch() throws IOException;

    /** The first line that it gets. */
    ObjectNode request();

    /** What an object means that the child has written; empty where that is nothing that it could say. */
    Optional<E> read(JsonNode said);

    /** Whether nothing comes after this. */
    boolean isLast(E event);

    /** Something that is not the last was said, before it is told. */
    default void heard(E event, ChildLog log) {}

    /** What is told in the end: the last that it said, once its process is gone. */
    default E concluded(E last) {
        return last;
    }

    /** What is told where it could not be started. */
    E notStarted(IOException refused);

    /** What is told where it ended without a last word, or was ended by us. */
    E died(ChildDeath death, ChildLog log);

    /** What is told where something that nobody expected kept it from being followed. */
    E unexpected(Throwable thrown, ChildLog log);
}
