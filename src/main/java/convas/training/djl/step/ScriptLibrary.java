package convas.training.djl.step;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import convas.operator.djl.ScriptModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the optimisers do to all weights at once: methods written in TorchScript. */
final class ScriptLibrary implements AutoCloseable {
    /** Beside this class; TorchScript in its serialised form. */
    private static final String SCRIPT = "optimizers.py";

    private final PtSymbolBlock module;

    private ScriptLibrary(PtSymbolBlock module) {
        this.module = module;
    }

    /** @param manager outlives the library */
    static ScriptLibrary load(NDManager manager) {
        try (InputStream source = ScriptLibrary.class.getResourceAsStream(SCRIPT)) {
            return new ScriptLibrary(ScriptModule.load(manager, source.readAllBytes()));
        } catch (IOException broken) {
            throw new EngineException("The script " + SCRIPT + " cannot be loaded", broken);
        }
    }

    /** Tensors as an argument; to be closed by the caller. */
    static IValue list(List<NDArray> arrays) {
        return IValue.listFrom(arrays.toArray(PtNDArray[]::new));
    }

    /** Calls a method that returns nothing. The lists stay the caller's, the numbers are closed. Gradients are not recorded. */
    void call(String method, List<IValue> lists, IValue... numbers) {
        IValue[] arguments =
                Stream.concat(lists.stream(), Arrays.stream(numbers)).toArray(IValue[]::new);
        try {
            IValueUtils.runMethod(module, method, arguments).close();
        } finally {
            for (IValue number : numbers) {
                number.close();
            }
        }
    }

    @Override
    public void close() {
        module.close();
    }
}
