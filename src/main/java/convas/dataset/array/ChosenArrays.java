package convas.dataset.array;

import convas.tensor.NumpyHead;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The arrays that are used.
 *
 * @param pairs by what they are for; never without {@link ArrayPart#TRAINING}
 * @param aside all others of the file
 */
record ChosenArrays(Map<ArrayPart, Pair> pairs, Found found, List<NumpyHead> aside) {
    /** Samples and what is learnt of them. */
    record Pair(NumpyHead inputs, NumpyHead targets) {}

    /** How they were found. */
    enum Found {
        NAMES,
        SHAPES,
        CHOSEN
    }

    ChosenArrays {
        pairs = Collections.unmodifiableMap(new EnumMap<>(pairs));
        aside = List.copyOf(aside);
    }
}
