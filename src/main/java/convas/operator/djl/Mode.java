package convas.operator.djl;

/**
 * How a kernel runs.
 *
 * @param training whether batch statistics, dropping and gradients are wanted
 * @param progress how much of the training run is done, 0 to 1: DropBlock's ramp follows it; 1 outside training
 */
public record Mode(boolean training, double progress) {
    public static final Mode INFERENCE = new Mode(false, 1);

    public static Mode training(double progress) {
        return new Mode(true, progress);
    }
}
