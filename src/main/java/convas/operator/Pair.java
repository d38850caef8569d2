package convas.operator;

/** A value for height and one for width, as kernel sizes, strides and paddings have. */
public record Pair(long height, long width) {
    public static Pair square(long side) {
        return new Pair(side, side);
    }

    @Override
    public String toString() {
        return height == width ? Long.toString(height) : "[" + height + ", " + width + "]";
    }
}
