package convas.operator;

/**
 * A named tensor that a primitive keeps.
 *
 * @param name PyTorch's name: weight, bias, running_mean, running_var
 * @param shape the whole shape (weights have no batch axis)
 * @param trained true for a parameter that gradients change; false for a buffer, such as running statistics
 */
public record Weight(String name, TensorShape shape, boolean trained, Initial initial) {
    /** How a weight starts. */
    public enum Scheme {
        ZEROS,
        ONES,
        /** The constant {@link Initial#value}. */
        CONSTANT,
        /** Uniform between plus and minus 1/sqrt(fan_in): PyTorch's default for convolution and linear layers. */
        FAN_IN_UNIFORM
    }

    /**
     * @param fanIn inputs that one output element is summed from; 0 where the scheme does not use it
     * @param value the constant, for {@link Scheme#CONSTANT}
     */
    public record Initial(Scheme scheme, long fanIn, double value) {}

    public static Weight zeros(String name, TensorShape shape, boolean trained) {
        return new Weight(name, shape, trained, new Initial(Scheme.ZEROS, 0, 0));
    }

    public static Weight ones(String name, TensorShape shape, boolean trained) {
        return new Weight(name, shape, trained, new Initial(Scheme.ONES, 0, 1));
    }

    public static Weight constant(String name, TensorShape shape, double value) {
        return new Weight(name, shape, true, new Initial(Scheme.CONSTANT, 0, value));
    }

    /** A trained weight with PyTorch's default start. */
    public static Weight fanIn(String name, TensorShape shape, long fanIn) {
        return new Weight(name, shape, true, new Initial(Scheme.FAN_IN_UNIFORM, fanIn, 0));
    }
}
