package convas.training.djl;

/** The loss of a batch is infinite or not a number. */
final class LossNotFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
