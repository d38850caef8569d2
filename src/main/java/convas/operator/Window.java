package convas.operator;

/**
 * How one output position looks into its input.
 *
 * @param size pixels covered, dilation included
 * @param stride input pixels between neighbouring outputs
 * @param whole whether it sees the whole input, as global pooling does
 */
public record Window(Pair size, Pair stride, boolean whole) {
    public static final Window POINT = new Window(Pair.square(1), Pair.square(1), false);
    public static final Window WHOLE = new Window(Pair.square(1), Pair.square(1), true);

    public static Window of(Pair size, Pair stride) {
        return new Window(size, stride, false);
    }
}
