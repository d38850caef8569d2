package convas.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the machine would give, by hand: 100 GFLOP/s, 10 GB/s, 5 microseconds a call. */
class RoofTest {
    private static final Ceilings CEILINGS =
            new Ceilings("Some processor", "cpu", 2, 100, 10, 5, "2026-11-25T12:00:00+01:00");

    @Test
    void theRidgeIsWhereArithmeticAndMemoryTakeTheSameTime() {
        assertEquals(10, CEILINGS.ridge(), 1e-12);
    }

    /** 200 MFLOP in 2 ms against 4 MB in 0.4 ms; 1 MFLOP in 0.01 ms against 8 MB in 0.8 ms; nothing at all. */
    @Test
    void theSlowerOfArithmeticAndMemoryIsTheRoofAndACallComesOnTop() {
        Map<String, Roof> roofs = Roof.byPath(
                profile(
                        node("m/dense", 4.01, 200_000_000, 4_000_000),
                        node("m/wide", 1, 1_000_000, 8_000_000),
                        node("m/view", 0.006, 0, 0)),
                CEILINGS);

        assertRoof(Roof.Limit.ARITHMETIC, 50, 2.005, 2.005, 0.5, roofs.get("m/dense"));
        assertRoof(Roof.Limit.MEMORY, 0.125, 0.805, 0.195, 0.805, roofs.get("m/wide"));
        assertRoof(Roof.Limit.CALLS, 0, 0.005, 0.001, 0.8333, roofs.get("m/view"));
        assertRoof(Roof.Limit.ARITHMETIC, 16.75, 2.815, 2.201, 0.5612, roofs.get("m"));
    }

    @Test
    void whatIsQuickerThanItsRoofHasNothingToGain() {
        Roof roof = Roof.byPath(profile(node("cached", 0.4, 0, 8_000_000)), CEILINGS)
                .get("cached");

        assertEquals(0, roof.gained());
        assertEquals(2.0125, roof.reached(), 1e-9);
    }

    private static void assertRoof(
            Roof.Limit limit, double intensity, double ceiling, double gained, double reached, Roof found) {
        assertEquals(limit, found.limit());
        assertEquals(intensity, found.intensity(), 1e-6);
        assertEquals(ceiling, found.ceiling(), 1e-9);
        assertEquals(gained, found.gained(), 1e-9);
        assertEquals(reached, found.reached(), 1e-3);
    }

    private static PathProfile node(String path, double milliseconds, long flops, long bytes) {
        Spread time = new Spread(milliseconds, milliseconds, milliseconds, 9);
        return new PathProfile(path, "Any", time, Optional.empty(), 1, flops / 2, flops, bytes, Optional.empty());
    }

    private static Profile profile(PathProfile... nodes) {
        Profile any = SomeProfiles.training("net", "2026-11-25T12:00:00+01:00", nodes);
        return new Profile(
                any.design(),
                any.digest(),
                any.taken(),
                any.machine(),
                any.setting(),
                any.whole(),
                List.of(nodes),
                List.of());
    }
}
