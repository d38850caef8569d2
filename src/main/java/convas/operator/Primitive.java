package convas.operator;

import convas.operator.djl.Lowering;
import convas.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A node type with code: its ports and parameters, how shapes follow, which weights it has, what work it does, and how
 * it becomes DJL operations. Everything here is a pure function; implementations hold no state.
 *
 * <p>A user's mistake never throws: {@link #infer} returns the problems. The other functions are called only with
 * arguments and input shapes that {@code infer} accepted. Arithmetic that overflows throws {@link ArithmeticException}
 * (use the {@code Exact} methods of {@link Math}), which the analysis reports as a tensor that is too large.
 */
public non-sealed interface Primitive extends NodeType {
    @Override
    default String doc(Locale locale) {
        return new Texts(locale).get("primitive." + type());
    }

    @Override
    default String parameterDoc(String parameter, Locale locale) {
        Texts texts = new Texts(locale);
        return texts.find("primitive." + type() + "." + parameter, List.of())
                .or(() -> texts.find("primitive.parameter." + parameter, List.of()))
                .orElse("");
    }

    @Override
    default String paper() {
        return "";
    }

    @Override
    default String url() {
        return "";
    }

    @Override
    default List<String> aliases() {
        return List.of();
    }

    @Override
    default Ports inputs() {
        return Ports.ONE_IN;
    }

    @Override
    default Ports outputs(Arguments arguments) {
        return Ports.ONE_OUT;
    }

    /** The output shapes for these inputs (one sample, without the batch), or what is wrong. */
    Inference infer(Arguments arguments, List<TensorShape> inputs);

    /** Its parameters and buffers, in PyTorch's order and with PyTorch's names. */
    default List<Weight> weights(Arguments arguments, List<TensorShape> inputs) {
        return List.of();
    }

    /** The work of one forward pass for one sample. */
    Work work(Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs);

    /**
     * How far a position of one output looks into one input, in inference; its own position unless said otherwise.
     *
     * @param input the input's port
     * @param output the output's port
     */
    default Window window(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, int input, int output) {
        return Window.POINT;
    }

    /**
     * How an output lies in the memory of its first input, in inference; nothing where it has memory of its own, which is
     * so unless said otherwise.
     *
     * @param memory how that input lies
     */
    default Optional<Strides> view(
            Arguments arguments, List<TensorShape> inputs, List<TensorShape> outputs, Strides memory) {
        return Optional.empty();
    }

    /** Its translation to DJL; the only thing here that needs the engine. */
    Lowering lowering();
}
