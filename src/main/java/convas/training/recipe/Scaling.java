package convas.training.recipe;

import java.util.List;

/**
 * What is taken from every value of a channel, and what it is divided by then.
 *
 * @param mean by channel; empty unless they are given
 * @param deviation by channel; empty unless they are given
 */
public record Scaling(Form form, List<Double> mean, List<Double> deviation) {
    /** Where the numbers come from. */
    public enum Form {
        /** What the dataset itself wants: measured, for images. */
        STANDARD,
        /** Of the training samples. */
        MEASURED,
        /** Values stay as they are. */
        NONE,
        /** As written. */
        GIVEN
    }

    public static final Scaling STANDARD = new Scaling(Form.STANDARD, List.of(), List.of());

    public Scaling {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
    }
}
