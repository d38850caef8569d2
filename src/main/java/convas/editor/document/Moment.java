package convas.editor.document;

import convas.graph.Design;
import java.util.Optional;

/**
 * One state in a document's history.
 *
 * @param place where one looked
 * @param label the edit that made it; absent for the first
 * @param gesture the gesture it belongs to: a further edit of the same gesture replaces it
 * @param work the design whose work this is: an earlier one where nothing but how it is looked at has changed since
 */
record Moment(
        Design design, Selection selection, Place place, Optional<Label> label, Optional<Object> gesture, Design work) {
    Moment looking(Place there, Selection selected) {
        return new Moment(design, selected, there, label, gesture, work);
    }

    /** This moment, to which no later edit belongs. */
    Moment closed() {
        return gesture.isEmpty() ? this : new Moment(design, selection, place, label, Optional.empty(), work);
    }

    /** Roughly how many bytes it keeps beyond what it shares with the moment before. */
    long weight(Moment before) {
        long weight = 1_000;
        if (before.design.graph() != design.graph()) {
            weight += 250L * design.graph().nodes().size();
        }
        if (before.design.layout() != design.layout()) {
            weight += 100L * design.layout().positions().size();
        }
        return weight;
    }
}
