package convas.training.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class RateCurveTest {
    /** Losses at rates from 1e-5 to 10, twenty to the decade, as a function of the decimal logarithm of the rate. */
    private static RateCurve curve(DoubleUnaryOperator loss) {
        RateCurve curve = new RateCurve();
        for (int step = 0; step <= 120; step++) {
            double exponent = -5 + step / 20.0;
            curve.add(Math.pow(10, exponent), loss.applyAsDouble(exponent));
        }
        return curve;
    }

    @Test
    void suggestsTheMiddleOfTheSteepestFall() {
        // A logistic fall from 2 to 0 around 10^-2 is steepest there.
        RateCurve curve = curve(exponent -> 2 / (1 + Math.exp(4 * (exponent + 2))));
        assertEquals(0.01, curve.suggestion().orElseThrow(), 1e-6);
    }

    @Test
    void theSteeperOfTwoFallsCounts() {
        RateCurve curve = curve(
                exponent -> 3 - 1 / (1 + Math.exp(-8 * (exponent + 4))) - 2 / (1 + Math.exp(-8 * (exponent + 1))));
        assertEquals(0.1, curve.suggestion().orElseThrow(), 1e-6);
    }

    @Test
    void whatFallsAfterTheLowestIsNoSuggestion() {
        // Down to 1 at 10^-2, up to 9 at 10^0, and from there down twice as steeply to 3, which is not the lowest.
        RateCurve curve = curve(exponent ->
                exponent < -2 ? 1 + (-2 - exponent) : exponent < 0 ? 1 + 4 * (exponent + 2) : 9 - 6 * exponent);
        assertTrue(curve.suggestion().orElseThrow() <= 0.011, curve.suggestion().toString());
    }

    @Test
    void noFallOrTooFewPointsMeansNoSuggestion() {
        assertEquals(OptionalDouble.empty(), curve(exponent -> 6 + exponent).suggestion());
        assertEquals(OptionalDouble.empty(), new RateCurve().suggestion());
        RateCurve few = new RateCurve();
        for (int step = 0; step < 10; step++) {
            few.add(Math.pow(10, step - 8), 10 - step);
        }
        assertEquals(OptionalDouble.empty(), few.suggestion());
        few.add(100, 0);
        assertTrue(few.suggestion().isPresent());
    }

    @Test
    void smoothsWithoutAPullToZero() {
        RateCurve curve = new RateCurve();
        assertEquals(2, curve.add(0.1, 2).smoothed(), 1e-12);
        // (0.9 * 0.1 * 2 + 0.1 * 4) / (1 - 0.81) = 0.58 / 0.19
        assertEquals(0.58 / 0.19, curve.add(0.2, 4).smoothed(), 1e-12);
    }

    @Test
    void endsAtFourTimesTheBestOrWhereThereIsNoNumber() {
        RateCurve curve = new RateCurve();
        curve.add(0.1, 1);
        // Smoothed: (0.09 + 0.1 * x) / 0.19, which is 4 at x = 6.7.
        curve.add(0.2, 6.6);
        assertFalse(curve.hasDiverged());
        RateCurve beyond = new RateCurve();
        beyond.add(0.1, 1);
        beyond.add(0.2, 6.8);
        assertTrue(beyond.hasDiverged());
        RateCurve broken = new RateCurve();
        broken.add(0.1, 1);
        broken.add(0.2, Double.NaN);
        assertTrue(broken.hasDiverged());
    }

    @Test
    void ratesGrowByTheSameFactor() {
        Search.Rates rates = new Search.Rates(0.001, 10, 5);
        assertEquals(0.001, rates.rate(0), 1e-12);
        assertEquals(0.1, rates.rate(2), 1e-9);
        assertEquals(10, rates.rate(4), 1e-9);
    }
}
