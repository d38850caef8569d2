package convas.operator;

/**
 * What a node costs, for one sample. Costs add up.
 *
 * @param params trained weights, each counted once however often it is used
 * @param buffers running statistics: saved, not trained
 * @param macs multiplications of convolution and linear layers
 * @param flops two for each MAC, and every other arithmetic operation
 * @param activationBytes bytes of its outputs, at 4 bytes an element
 */
public record Cost(long params, long buffers, long macs, long flops, long activationBytes) {
    public static final Cost ZERO = new Cost(0, 0, 0, 0, 0);

    public Cost plus(Cost other) {
        return new Cost(
                Math.addExact(params, other.params),
                Math.addExact(buffers, other.buffers),
                Math.addExact(macs, other.macs),
                Math.addExact(flops, other.flops),
                Math.addExact(activationBytes, other.activationBytes));
    }
}
