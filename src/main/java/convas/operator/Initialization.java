package convas.operator;

import java.util.Arrays;
import java.util.Optional;

/**
 * How the weights of convolution and linear layers start, by PyTorch's names. All but {@link #PYTORCH} concern weights of
 * two axes or more, with fans counted from the weight's shape as {@code torch.nn.init} does, and let biases start at 0.
 */
public enum Initialization {
    /** What PyTorch's layers do by themselves: uniform within 1/sqrt(fan-in), biases too. */
    PYTORCH("pytorch"),
    /** {@code kaiming_normal_(nonlinearity="relu")}: normal with deviation sqrt(2 / fan-in). */
    KAIMING_NORMAL("kaiming_normal"),
    /** {@code kaiming_uniform_(nonlinearity="relu")}: uniform within sqrt(6 / fan-in). */
    KAIMING_UNIFORM("kaiming_uniform"),
    /** {@code xavier_normal_}: normal with deviation sqrt(2 / (fan-in + fan-out)). */
    XAVIER_NORMAL("xavier_normal"),
    /** {@code xavier_uniform_}: uniform within sqrt(6 / (fan-in + fan-out)). */
    XAVIER_UNIFORM("xavier_uniform");

    private final String key;

    Initialization(String key) {
        this.key = key;
    }

    /** As a recipe names it. */
    public String key() {
        return key;
    }

    public static Optional<Initialization> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }
}
