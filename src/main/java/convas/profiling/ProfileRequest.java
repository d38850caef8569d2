package convas.profiling;

import convas.graph.Design;

/**
 * A profile that somebody wants.
 *
 * @param design with its variables as they are to be used
 * @param seconds after which measuring is not repeated any more, even where the times have not settled
 */
public record ProfileRequest(Design design, Setting setting, double seconds) {
    /** As long as measuring may take where nobody says otherwise. */
    public static final double DEFAULT_SECONDS = 20;
}
