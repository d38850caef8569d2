package convas.training.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What training makes small: PyTorch's losses of these names, each the mean over a batch. */
public enum Loss {
    /** {@code CrossEntropyLoss}: scores against one class for each image. */
    CROSS_ENTROPY("cross_entropy", true, true),
    /** {@code BCEWithLogitsLoss}: each score by itself, yes or no. */
    BCE("bce", false, true),
    /** {@code MSELoss}: squared differences. */
    MSE("mse", false, false),
    /** {@code L1Loss}: absolute differences. */
    L1("l1", false, false);

    private final String key;
    private final boolean smooths;
    private final boolean weighs;

    Loss(String key, boolean smooths, boolean weighs) {
        this.key = key;
        this.smooths = smooths;
        this.weighs = weighs;
    }

    /** As a recipe names it. */
    public String key() {
        return key;
    }

    /** Whether label smoothing means something for it. */
    public boolean smooths() {
        return smooths;
    }

    /** Whether weights of classes mean something for it. */
    public boolean weighs() {
        return weighs;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Loss::key).toList();
    }

    static Optional<Loss> of(String key) {
        return Arrays.stream(values()).filter(loss -> loss.key.equals(key)).findFirst();
    }
}
