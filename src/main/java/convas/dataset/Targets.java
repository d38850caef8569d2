package convas.dataset;

import java.util.List;

/** What is to be learnt of a sample: its class, or numbers. */
public sealed interface Targets {
    /** How many scores or numbers a network has to give for a sample. */
    int size();

    /** One class of several. */
    record Classes(List<String> names) implements Targets {
        public Classes {
            names = List.copyOf(names);
        }

        @Override
        public int size() {
            return names.size();
        }
    }

    /**
     * Numbers.
     *
     * @param names of each, for people
     * @param tolerance an answer whose numbers all differ by at most this counts as right
     */
    record Numbers(List<String> names, double tolerance) implements Targets {
        public Numbers {
            names = List.copyOf(names);
        }

        @Override
        public int size() {
            return names.size();
        }
    }
}
