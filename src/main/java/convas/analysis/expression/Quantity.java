package convas.analysis.expression;

import convas.graph.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A number, kept twice: exactly, as a reduced fraction, and as the double that the same steps give in Python. The
 * fraction decides nearly everything, so that {@code floor(6 * (1 / 3))} is 2; the double decides {@code divisible},
 * whose papers were computed in Python, where {@code 180 * 0.7} is a little less than 126.
 *
 * @param below positive
 */
record Quantity(BigInteger above, BigInteger below, double python) implements Datum {
    /** Bits in either half of the fraction: far beyond any count, near enough that no expression can eat memory. */
    private static final int BITS = 4096;

    static Quantity of(long whole) {
        return new Quantity(BigInteger.valueOf(whole), BigInteger.ONE, whole);
    }

    static Quantity of(BigDecimal decimal) {
        BigInteger unscaled = decimal.unscaledValue();
        BigInteger power = BigInteger.TEN.pow(Math.abs(decimal.scale()));
        return decimal.scale() > 0
                ? reduced(unscaled, power, decimal.doubleValue())
                : new Quantity(unscaled.multiply(power), BigInteger.ONE, decimal.doubleValue());
    }

    /** The exact value of a double; not finite is an error. */
    static Quantity of(double value, String function) throws FormulaException {
        if (!Double.isFinite(value)) {
            throw new FormulaException("notFinite", function);
        }
        return of(new BigDecimal(value));
    }

    private static Quantity reduced(BigInteger above, BigInteger below, double python) {
        if (below.equals(BigInteger.ONE)) {
            return new Quantity(above, below, python);
        }
        BigInteger common = above.gcd(below);
        return new Quantity(above.divide(common), below.divide(common), python);
    }

    private static Quantity checked(BigInteger above, BigInteger below, double python) throws FormulaException {
        Quantity result = reduced(above, below, python);
        if (result.above.bitLength() > BITS || result.below.bitLength() > BITS) {
            throw new FormulaException("tooLarge");
        }
        return result;
    }

    Quantity plus(Quantity other) throws FormulaException {
        return checked(
                above.multiply(other.below).add(other.above.multiply(below)),
                below.multiply(other.below),
                python + other.python);
    }

    Quantity minus(Quantity other) throws FormulaException {
        return checked(
                above.multiply(other.below).subtract(other.above.multiply(below)),
                below.multiply(other.below),
                python - other.python);
    }

    Quantity times(Quantity other) throws FormulaException {
        return checked(above.multiply(other.above), below.multiply(other.below), python * other.python);
    }

    Quantity over(Quantity other) throws FormulaException {
        if (other.sign() == 0) {
            throw new FormulaException("divisionByZero");
        }
        BigInteger sign = BigInteger.valueOf(other.sign());
        return checked(
                above.multiply(other.below).multiply(sign), below.multiply(other.above.abs()), python / other.python);
    }

    /** What is left after {@code floor} of the quotient, with the divisor's sign as in Python. */
    Quantity modulo(Quantity other) throws FormulaException {
        return minus(over(other).floor().times(other));
    }

    Quantity power(Quantity exponent) throws FormulaException {
        if (!exponent.isWhole() || exponent.above.bitLength() > 10) {
            throw new FormulaException("power", exponent.display());
        }
        int times = exponent.above.intValue();
        long bits = (long) Math.max(above.bitLength(), below.bitLength()) * Math.abs(times);
        if (bits > 2L * BITS) {
            throw new FormulaException("tooLarge");
        }
        double result = Math.pow(python, times);
        Quantity positive =
                checked(above.pow(Math.abs(times)), below.pow(Math.abs(times)), times < 0 ? 1 / result : result);
        return times < 0 ? of(1).over(positive) : positive;
    }

    Quantity negated() {
        return new Quantity(above.negate(), below, -python);
    }

    Quantity absolute() {
        return new Quantity(above.abs(), below, Math.abs(python));
    }

    Quantity floor() {
        return whole(floorOf(above, below));
    }

    Quantity ceil() {
        return whole(floorOf(above.negate(), below).negate());
    }

    /** To the nearest whole number, a half to the even one, as Python does. */
    Quantity round() {
        BigInteger twice = above.shiftLeft(1);
        BigInteger nearest = floorOf(twice.add(below), below.shiftLeft(1));
        boolean half = twice.mod(below.shiftLeft(1)).equals(below);
        return whole(half && nearest.testBit(0) ? nearest.subtract(BigInteger.ONE) : nearest);
    }

    private static BigInteger floorOf(BigInteger above, BigInteger below) {
        BigInteger[] parts = above.divideAndRemainder(below);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static Quantity whole(BigInteger value) {
        return new Quantity(value, BigInteger.ONE, value.doubleValue());
    }

    /** {@code make_divisible} as the papers' code has it, in double arithmetic. */
    Quantity divisible(Quantity divisor) throws FormulaException {
        if (!divisor.isWhole() || divisor.sign() <= 0) {
            throw new FormulaException("divisor", divisor.display());
        }
        double by = divisor.python;
        double rounded = Math.max(by, Math.floor(Math.floor(python + by / 2) / by) * by);
        if (rounded < 0.9 * python) {
            rounded += by;
        }
        return of(rounded, "divisible");
    }

    Quantity root() throws FormulaException {
        if (sign() < 0) {
            throw new FormulaException("negativeRoot", display());
        }
        return of(Math.sqrt(approximate()), "sqrt");
    }

    /** Exact for powers of two, which is what it is asked for. */
    Quantity log2() throws FormulaException {
        double value = approximate();
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new FormulaException("logarithm", display());
        }
        int exponent = Math.getExponent(value);
        double mantissa = value / Math.scalb(1.0, exponent);
        return of(mantissa == 1 ? exponent : Math.log(value) / Math.log(2), "log2");
    }

    int compareTo(Quantity other) {
        return above.multiply(other.below).compareTo(other.above.multiply(below));
    }

    int sign() {
        return above.signum();
    }

    boolean isWhole() {
        return below.equals(BigInteger.ONE);
    }

    /** The double nearest to the exact value. */
    private double approximate() {
        return isWhole()
                ? above.doubleValue()
                : new BigDecimal(above)
                        .divide(new BigDecimal(below), MathContext.DECIMAL64)
                        .doubleValue();
    }

    /** A whole number where it is one; too large for a design is an error. */
    Value value() throws FormulaException {
        if (isWhole()) {
            if (above.bitLength() > 63) {
                throw new FormulaException("tooLarge");
            }
            return Value.of(above.longValue());
        }
        double value = approximate();
        if (!Double.isFinite(value)) {
            throw new FormulaException("tooLarge");
        }
        return Value.of(value);
    }
}
