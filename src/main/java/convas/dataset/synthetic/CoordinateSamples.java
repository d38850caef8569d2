package convas.dataset.synthetic;

import convas.dataset.Dataset;
import convas.dataset.Digest;
import convas.dataset.Normalization;
import convas.dataset.SampleShape;
import convas.dataset.Seeds;
import convas.dataset.Split;
import convas.dataset.Targets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The samples of a {@link CoordinateTask}, by rows of the canvas. Coordinates go from -1 at the first pixel of an axis to 1
 * at its last, x before y, as AddCoords counts them.
 */
final class CoordinateSamples implements Dataset {
    private static final int CANVAS = 64;
    /** From a square's centre to its side. */
    private static final int REACH = 4;

    private static final int PLACES = CANVAS - 2 * REACH;
    private static final double UNIFORM_SHARE = 0.2;

    private final String name;
    private final CoordinateTask.Task task;
    private final Targets targets;
    private final Split split;

    CoordinateSamples(String name, CoordinateTask.Task task, CoordinateTask.Parts parts) {
        this.name = name;
        this.task = task;
        this.targets = task == CoordinateTask.Task.CLASSIFICATION
                ? new Targets.Classes(pixels())
                // Right is what is nearer to the centre's pixel than to any other, along both axes.
                : new Targets.Numbers(List.of("x", "y"), 1.0 / (CANVAS - 1));
        this.split = parts == CoordinateTask.Parts.QUADRANT ? quadrant() : uniform();
    }

    private static List<String> pixels() {
        List<String> names = new ArrayList<>();
        for (int pixel = 0; pixel < CANVAS * CANVAS; pixel++) {
            names.add("(" + pixel % CANVAS + ", " + pixel / CANVAS + ")");
        }
        return names;
    }

    private static int x(int sample) {
        return REACH + sample % PLACES;
    }

    private static int y(int sample) {
        return REACH + sample / PLACES;
    }

    private static float coordinate(int pixel) {
        return (float) (2.0 * pixel / (CANVAS - 1) - 1);
    }

    private Split quadrant() {
        List<Integer> training = new ArrayList<>();
        List<Integer> validation = new ArrayList<>();
        for (int sample = 0; sample < size(); sample++) {
            boolean last = x(sample) > CANVAS / 2 && y(sample) > CANVAS / 2;
            (last ? validation : training).add(sample);
        }
        return new Split(training, validation);
    }

    private Split uniform() {
        List<Integer> places = new ArrayList<>();
        for (int sample = 0; sample < size(); sample++) {
            places.add(sample);
        }
        Collections.shuffle(places, new Random(Seeds.derive(0)));
        int held = (int) Math.round(size() * UNIFORM_SHARE);
        return new Split(
                places.subList(held, size()).stream().sorted().toList(),
                places.subList(0, held).stream().sorted().toList());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SampleShape shape() {
        return task == CoordinateTask.Task.CLASSIFICATION
                ? SampleShape.numbers(2)
                : SampleShape.image(1, CANVAS, CANVAS);
    }

    @Override
    public Targets targets() {
        return targets;
    }

    @Override
    public int size() {
        return PLACES * PLACES;
    }

    @Override
    public int label(int sample) {
        if (task != CoordinateTask.Task.CLASSIFICATION) {
            throw new IllegalStateException(name + " has no classes");
        }
        return y(sample) * CANVAS + x(sample);
    }

    @Override
    public void target(int sample, float[] into, int at) {
        if (task == CoordinateTask.Task.CLASSIFICATION) {
            Dataset.super.target(sample, into, at);
        } else {
            into[at] = coordinate(x(sample));
            into[at + 1] = coordinate(y(sample));
        }
    }

    @Override
    public void read(int sample, float[] into, int at) {
        if (task == CoordinateTask.Task.CLASSIFICATION) {
            into[at] = coordinate(x(sample));
            into[at + 1] = coordinate(y(sample));
        } else {
            Arrays.fill(into, at, at + CANVAS * CANVAS, 0);
            into[at + y(sample) * CANVAS + x(sample)] = 1;
        }
    }

    /** Of what the samples are made from; another number of its end where they are made differently one day. */
    @Override
    public String digest() {
        return Digest.sha256()
                .add((name + " 1").getBytes(StandardCharsets.UTF_8))
                .text();
    }

    @Override
    public Optional<Split> split() {
        return Optional.of(split);
    }

    @Override
    public Optional<Normalization> normalization() {
        return Optional.of(Normalization.none(shape().channels()));
    }
}
