package convas.operator.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import java.nio.charset.StandardCharsets;

/**
 * Functions of one tensor that libtorch computes in one pass, and their gradients in another, but DJL does not bind. Put
 * together from what it binds, ReLU6 takes two passes, its gradient six, and a MobileNet a fifth of its training step.
 */
public enum ScriptedFunction {
    HARDSIGMOID("torch.hardsigmoid(x)"),
    HARDSWISH("torch.hardswish(x)"),
    RELU6("torch.hardtanh(x, 0., 6.)"),
    SILU("torch.silu(x)");

    private final PtSymbolBlock module;

    ScriptedFunction(String expression) {
        String source = """
            class Library(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              _is_full_backward_hook : Optional[bool]
              def forward(self: __torch__.Library, x: Tensor) -> Tensor:
                return EXPRESSION
            """.replace("EXPRESSION", expression);
        // For the whole process: a few kilobytes, and no tensors.
        module = ScriptModule.load(NDManager.newBaseManager(), source.getBytes(StandardCharsets.US_ASCII));
    }

    /** A tensor of the input's shape, attached to its manager; gradients flow through it. */
    public NDArray apply(NDArray input) {
        // Some names make DJL pass the tensor as an entry of a dictionary.
        String name = input.getName();
        input.setName(null);
        try {
            return IValueUtils.forward(module, new NDList(input), true).singletonOrThrow();
        } finally {
            input.setName(name);
        }
    }
}
