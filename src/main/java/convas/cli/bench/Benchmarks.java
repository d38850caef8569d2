package convas.cli.bench;

import java.util.List;

/** The measurements that other parts of the program make of themselves. */
public interface Benchmarks {
    /** What JMH runs to measure the analysis. */
    Class<?> analysis();

    /**
     * Shows a generated design in a window, and pans, zooms and drags. Needs a screen.
     *
     * @throws IllegalStateException where there can be no window, with the reason
     */
    Measurement canvas(int nodes);

    /**
     * Changes GhostNet again and again in the whole window, each time with a new analysis. Needs a screen.
     *
     * @throws IllegalStateException where there can be no window, with the reason
     */
    Measurement window();

    /** Lays a generated design out, and cancels that. */
    Measurement layout(int nodes);

    /** Trains from a folder of images beside the same from memory. Takes a minute or two. */
    Measurement data();

    /** The networks of {@link #training}. */
    List<String> networks();

    /**
     * Trains small networks on made-up images: how long a step takes, and its parts.
     *
     * @param steps of each that are measured
     */
    Measurement training(List<String> networks, int threads, int steps);
}
