package convas.profiling;

import java.util.List;
import java.util.Optional;

/** Profiles with round numbers. */
public final class SomeProfiles {
    private SomeProfiles() {}

    public static Spread spread(double median, double low, double high) {
        return new Spread(median, low, high, 9);
    }

    /** A node that took from 0.9 to 1.1 times a time, forward, and twice that backward. */
    public static PathProfile node(String path, double milliseconds) {
        return new PathProfile(
                path,
                "Conv2d",
                spread(milliseconds, 0.9 * milliseconds, 1.1 * milliseconds),
                Optional.of(spread(2 * milliseconds, 1.8 * milliseconds, 2.2 * milliseconds)),
                1,
                1_000_000,
                2_000_000,
                500_000,
                Optional.of(4096L));
    }

    public static Profile training(String design, String taken, PathProfile... nodes) {
        return new Profile(
                design,
                "0123456789abcdef",
                taken,
                new Machine("Some processor", 2, 1L << 33, "Linux 6.1 amd64", "17.0.15", "PyTorch 2.7.1", "0.1.0"),
                new Setting(16, "cpu", ProfilingMode.TRAINING, 2),
                new Whole(
                        spread(10, 9.5, 10.5),
                        spread(10.2, 9.7, 10.7),
                        spread(0.5, 0.4, 0.6),
                        Optional.of(spread(22, 21, 23)),
                        12_345,
                        Optional.of(1L << 20),
                        Optional.empty()),
                List.of(nodes),
                List.of(
                        new MemoryMoment("stem/conv", 4096, Optional.of(4100L)),
                        new MemoryMoment("stem/relu", 8192, Optional.empty())));
    }
}
