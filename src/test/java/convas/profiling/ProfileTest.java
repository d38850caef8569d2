package convas.profiling;

import static convas.profiling.SomeProfiles.node;
import static convas.profiling.SomeProfiles.spread;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What can be said of times that were measured. */
class ProfileTest {
    /** NumPy's {@code percentile(values, [25, 50, 75])}, whose default interpolates so. */
    @Test
    void quartilesAreThoseOfNumpy() {
        assertEquals(new Spread(12.5 / 3, 2.5, 6, 5), Spread.of(8, 1, 4, 6, 2.5));
        assertEquals(new Spread(2.5, 1.75, 3.25, 4), Spread.of(4, 3, 2, 1));
        assertEquals(new Spread(7, 7, 7, 1), Spread.of(7));
    }

    /** One part is slow in the first round, the other one in the last: neither median would know of it. */
    @Test
    void timesOfPartsSumToThatOfTheWhole() {
        double[] one = {9, 1, 1, 1};
        double[] other = {1, 2, 1, 9};
        double[] whole = {10, 3, 2, 10};
        int[] rounds = Spread.middleHalf(whole);

        assertArrayEquals(new int[] {1, 0}, rounds);
        assertEquals(6.5, Spread.of(whole).middle());
        assertEquals(5, Spread.of(one, rounds).middle());
        assertEquals(1.5, Spread.of(other, rounds).middle());
    }

    @Test
    void aSumHasTheSumOfTheMiddlesAndTheWidestRange() {
        assertEquals(spread(3, 2, 5), spread(1, 0.5, 2).plus(spread(2, 1.5, 3)));
        assertEquals(spread(1, 0.5, 2), Spread.ZERO.plus(spread(1, 0.5, 2)));
    }

    @Test
    void aModuleIsTheSumOfWhatIsInItHoweverDeep() {
        Profile profile = SomeProfiles.training(
                "net",
                "2026-11-25T12:00:00+01:00",
                node("stage.0/unit/conv", 1),
                node("stage.1/unit/conv", 2),
                node("head", 4));

        assertEquals(
                List.of(
                        "stage",
                        "stage.0",
                        "stage.0/unit",
                        "stage.0/unit/conv",
                        "stage.1",
                        "stage.1/unit",
                        "stage.1/unit/conv",
                        "head"),
                new ArrayList<>(profile.byPath().keySet()));
        PathProfile stage = profile.byPath().get("stage");
        assertEquals(3, stage.forward().middle(), 1e-9);
        assertEquals(6, stage.backward().orElseThrow().middle(), 1e-9);
        assertEquals(9, stage.total().middle(), 1e-9);
        assertEquals(2, stage.calls());
        assertEquals(2_000_000, stage.macs());
        assertEquals(1_000_000, stage.bytesMoved());
        assertEquals(Optional.of(8192L), stage.allocatedBytes());
        assertEquals(3.0 / 7, profile.share(stage), 1e-9);
    }

    /** 16 samples in 10 + 22 ms; 2 million operations and half a million bytes in 1 ms. */
    @Test
    void ratesFollowFromTimes() {
        Profile profile = SomeProfiles.training("net", "2026-11-25T12:00:00+01:00", node("conv", 1));

        assertEquals(500, profile.throughput(), 1e-9);
        assertEquals(2, profile.nodes().get(0).gigaflopsPerSecond(), 1e-9);
        assertEquals(0.5, profile.nodes().get(0).gigabytesPerSecond(), 1e-9);
    }

    @Test
    void whatIsUnknownOfAPartIsUnknownOfTheSum() {
        PathProfile known = node("m/a", 1);
        PathProfile unknown =
                new PathProfile("m/b", "ReLU", spread(1, 1, 1), Optional.empty(), 1, 0, 0, 0, Optional.empty());
        PathProfile sum = SomeProfiles.training("net", "2026-11-25T12:00:00+01:00", known, unknown)
                .byPath()
                .get("m");

        assertEquals(Optional.empty(), sum.backward());
        assertEquals(Optional.empty(), sum.allocatedBytes());
    }

    @Test
    void timesWhoseRangesOverlapAreNotRanked() {
        Profile one = SomeProfiles.training(
                "one",
                "2026-11-25T12:00:00+01:00",
                node("same", 1),
                node("slower", 1),
                node("much", 1),
                node("gone", 1));
        Profile other = SomeProfiles.training(
                "other",
                "2026-11-25T12:00:00+01:00",
                node("same", 1.2),
                node("slower", 1.3),
                node("much", 9),
                node("new", 1));
        Comparison comparison = Comparison.of(one, other);

        assertEquals(
                Comparison.Verdict.NOT_RANKED, comparison.rows().get("same").verdict());
        assertEquals(
                Comparison.Verdict.FIRST_QUICKER,
                comparison.rows().get("slower").verdict());
        assertEquals(
                Comparison.Verdict.ONLY_FIRST, comparison.rows().get("gone").verdict());
        assertEquals(
                Comparison.Verdict.ONLY_SECOND, comparison.rows().get("new").verdict());
        assertEquals(Comparison.Verdict.NOT_RANKED, comparison.whole().verdict());
        assertEquals(
                Comparison.Verdict.SECOND_QUICKER,
                Comparison.of(other, one).rows().get("slower").verdict());
        assertEquals(1.3, comparison.rows().get("slower").ratio().orElseThrow(), 1e-9);
        assertEquals(OptionalDouble.empty(), comparison.rows().get("gone").ratio());
        assertEquals(
                List.of("much", "slower"),
                comparison.ranked().stream().map(Comparison.Row::path).toList());
    }

    @Test
    void rangesThatTouchOverlap() {
        assertTrue(spread(1, 0.5, 2).overlaps(spread(3, 2, 4)));
        assertFalse(spread(1, 0.5, 1.9).overlaps(spread(3, 2, 4)));
    }
}
