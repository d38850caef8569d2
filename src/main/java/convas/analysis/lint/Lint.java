package convas.analysis.lint;

import java.util.List;

/** A habit that papers or experience advise against. */
public interface Lint {
    /** The key of its sentence in the resource bundles; with {@code .why} after it that of its explanation. */
    String key();

    /** Where the advice comes from. */
    String source();

    /** Every place of the design where it applies. */
    List<Finding> find(Wires wires);
}
