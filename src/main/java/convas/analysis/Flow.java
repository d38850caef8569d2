package convas.analysis;

import convas.analysis.Element.Source;

/** What reaches the end of an edge. */
sealed interface Flow {
    /** A tensor. */
    record From(Source source) implements Flow {}

    /** Nothing: the node it came from is left out. */
    Flow GONE = new Nothing("gone");

    /** Something that cannot be known, for a reason told elsewhere. */
    Flow LOST = new Nothing("lost");

    record Nothing(String why) implements Flow {}
}
