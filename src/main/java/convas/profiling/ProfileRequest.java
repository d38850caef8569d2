package convas.profiling;

import convas.graph.Design;
import java.nio.file.Path;

/**
 * A profile that somebody wants.
 *
 * @param design with its variables as they are to be used
 * @param seconds after which measuring is not repeated any more, even where the times have not settled
 * @param folder in which the profile and the machine's ceilings are kept
 */
public record ProfileRequest(Design design, Setting setting, double seconds, Path folder) {
    /** As long as measuring may take where nobody says otherwise. */
    public static final double DEFAULT_SECONDS = 20;
}
