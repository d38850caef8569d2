package convas.cli.bench;

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

    /** Lays a generated design out, and cancels that. */
    Measurement layout(int nodes);

    /** Trains from a folder of images beside the same from memory. Takes a minute or two. */
    Measurement data();
}
