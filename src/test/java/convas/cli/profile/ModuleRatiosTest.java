package convas.cli.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.analysis.Program;
import convas.catalog.BuiltinCatalog;
import convas.profiling.PathProfile;
import convas.profiling.Profile;
import convas.profiling.SomeProfiles;
import convas.profiling.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Light modules against plain ones: MACs by hand, times that are given. */
class ModuleRatiosTest {
    private static final ModuleRatios.Size SIZE = new ModuleRatios.Size(48, 56);

    /** Every step takes as long as its MACs, but a millisecond at least; a tenth more or less. */
    private static Profile profile(ModuleRatios.Size size) {
        Program program = new Analyzer(BuiltinCatalog.create())
                .analyze(ModuleRatios.design(size))
                .program()
                .orElseThrow();
        List<PathProfile> nodes = new ArrayList<>();
        program.steps().stream()
                .filter(step -> !List.of("Input", "Output").contains(step.type()))
                .forEach(step -> {
                    double time = Math.max(1, step.cost().macs() / 1e6);
                    nodes.add(new PathProfile(
                            step.path(),
                            step.type(),
                            new Spread(time, 0.9 * time, 1.1 * time, 9),
                            Optional.empty(),
                            1,
                            step.cost().macs(),
                            step.cost().flops(),
                            1,
                            Optional.empty()));
                });
        return SomeProfiles.training("net", "2026-11-25T12:00:00+01:00", nodes.toArray(PathProfile[]::new));
    }

    /**
     * Plain 3 x 3: 48 * 48 * 9 multiplications a pixel, 1 x 1: 48 * 48. Ghost: half of the maps so, and 24 * 9 for the
     * rest. Shuffle: 48 * 12 / 3, 12 * 9, 12 * 48 / 3.
     */
    @Test
    void macsAreThoseOfThePapers() {
        Map<String, ModuleRatios.Ratio> ratios = ModuleRatios.of(profile(SIZE), SIZE).stream()
                .collect(Collectors.toMap(ModuleRatios.Ratio::light, Function.identity()));

        assertEquals((1152 + 216) / 2304.0, ratios.get("ghost1").macs(), 1e-9);
        assertEquals((10368 + 216) / 20736.0, ratios.get("ghost3").macs(), 1e-9);
        assertEquals((192 + 108 + 192) / 20736.0, ratios.get("shuffle").macs(), 1e-9);
        assertEquals("plain1", ratios.get("ghost1").plain());
        assertEquals("plain3", ratios.get("shuffle").plain());
    }

    @Test
    void whereTimesOverlapNoneIsSaidToBeQuicker() {
        Map<String, ModuleRatios.Ratio> ratios = ModuleRatios.of(profile(SIZE), SIZE).stream()
                .collect(Collectors.toMap(ModuleRatios.Ratio::light, Function.identity()));

        assertTrue(ratios.get("ghost3").ranked());
        assertFalse(ratios.get("ghost1").ranked(), ratios.get("ghost1").toString());
    }

    @Test
    void everySizeIsADesignWithoutProblems() {
        for (ModuleRatios.Size size : ModuleRatios.SIZES) {
            assertEquals(
                    List.of(),
                    new Analyzer(BuiltinCatalog.create())
                            .analyze(ModuleRatios.design(size))
                            .diagnostics());
        }
    }
}
