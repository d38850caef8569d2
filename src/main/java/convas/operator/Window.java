package convas.operator;

/**
 * How one output position looks into an input. Positions lie along the last two axes, height and width, of a tensor of
 * three axes and more and along the last, the width, of one of two; a tensor of one axis is one position.
 *
 * @param height what the input's height is seen of
 * @param width what its width is seen of
 * @param turned whether the output's height runs along the input's width and the other way round
 */
public record Window(Sight height, Sight width, boolean turned) {
    public static final Window POINT = of(Sight.POINT, Sight.POINT);
    public static final Window WHOLE = of(Sight.WHOLE, Sight.WHOLE);

    public static Window of(Sight height, Sight width) {
        return new Window(height, width, false);
    }

    /** Looks so along one axis of a shape, by its index there, and at a point along all others. */
    public static Window along(TensorShape shape, int axis, Sight sight) {
        boolean width = axis == shape.rank() - 1;
        boolean height = axis == shape.rank() - 2 && shape.rank() >= 3;
        return of(height ? sight : Sight.POINT, width ? sight : Sight.POINT);
    }
}
