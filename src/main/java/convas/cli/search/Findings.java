package convas.cli.search;

import convas.training.RunEvent;
import convas.training.search.Search;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** What a search has found up to now. */
interface Findings {
    /** One more; a line about it for who waits. */
    Optional<String> add(RunEvent event);

    boolean isEmpty();

    /** Everything, for a person. */
    void print(PrintWriter out);

    /** A sentence. */
    String suggestion();

    /**
     * Everything, as one JSON object.
     *
     * @param why it ended; absent where it broke off
     * @param problems sentences; empty where there were none
     */
    void print(PrintWriter out, Optional<Search.End> why, List<String> problems);
}
