package convas.dataset.synthetic;

import convas.dataset.Dataset;
import convas.dataset.DatasetKind;
import convas.dataset.DatasetOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The coordinate tasks of the CoordConv paper (Liu et al., "An intriguing failing of convolutional neural networks and the
 * CoordConv solution", NeurIPS 2018), with its data set Not-so-Clevr: a square of 9 x 9 pixels stands on a canvas of 64 x
 * 64 at each of the 56 x 56 places where it fits; only its centre matters here. Nothing is random but the uniform split.
 */
public final class CoordinateTask implements DatasetKind {
    /** What is asked for. */
    public enum Task {
        /** From the two coordinates of the centre to its pixel, one of 4,096. */
        CLASSIFICATION,
        /** From an image in which the centre's pixel is 1 and all others 0 to the two coordinates. */
        REGRESSION
    }

    /** Which places validate. */
    public enum Parts {
        /** Places all over the canvas, a fifth of them: 2,509 train and 627 validate. */
        UNIFORM,
        /** Those right of and below the canvas' middle: 2,407 train and 729 validate. */
        QUADRANT
    }

    private final Task task;
    private final Parts parts;

    public CoordinateTask(Task task, Parts parts) {
        this.task = task;
        this.parts = parts;
    }

    /** Each task with each split. */
    public static List<DatasetKind> all() {
        List<DatasetKind> all = new ArrayList<>();
        for (Task task : Task.values()) {
            for (Parts parts : Parts.values()) {
                all.add(new CoordinateTask(task, parts));
            }
        }
        return all;
    }

    @Override
    public String name() {
        return "coordinate-" + task.name().toLowerCase(Locale.ROOT) + "-"
                + parts.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Dataset open(DatasetOptions options, boolean glance) {
        return new CoordinateSamples(name(), task, parts);
    }
}
