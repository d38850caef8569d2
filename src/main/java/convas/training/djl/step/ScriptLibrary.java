package convas.training.djl.step;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Functions written in TorchScript, which reach operators of libtorch that DJL does not bind. The source becomes an
 * archive as {@code torch.jit.save} writes it, made here in memory: a zip with the class' code and a pickled object of it
 * that holds nothing.
 */
final class ScriptLibrary implements AutoCloseable {
    private static final String CLASS = "Library";
    /** Beside this class; TorchScript in its serialised form. */
    private static final String SCRIPT = "optimizers.py";

    private final PtSymbolBlock module;

    private ScriptLibrary(PtSymbolBlock module) {
        this.module = module;
    }

    /** @param manager outlives the library */
    static ScriptLibrary load(NDManager manager) {
        try (InputStream source = ScriptLibrary.class.getResourceAsStream(SCRIPT)) {
            byte[] archive = archive(source.readAllBytes());
            return new ScriptLibrary(
                    JniUtils.loadModule((PtNDManager) manager, new ByteArrayInputStream(archive), false, false));
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

    private static byte[] archive(byte[] source) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "library/data.pkl", pickledObject());
            store(zip, "library/code/__torch__.py", source);
            // An empty tuple.
            store(zip, "library/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            store(zip, "library/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    /** Pickle, protocol 2: an object of {@code __torch__.Library} made without arguments, then its two attributes. */
    private static byte[] pickledObject() throws IOException {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.write(new byte[] {(byte) 0x80, 2});
        pickle.write(("c__torch__\n" + CLASS + "\n").getBytes(StandardCharsets.US_ASCII));
        // Empty tuple, new object, empty dictionary, mark.
        pickle.write(new byte[] {')', (byte) 0x81, '}', '('});
        text(pickle, "training");
        pickle.write((byte) 0x88);
        text(pickle, "_is_full_backward_hook");
        // None, set the items, build the object, stop.
        pickle.write(new byte[] {'N', 'u', 'b', '.'});
        return pickle.toByteArray();
    }

    private static void text(ByteArrayOutputStream pickle, String text) throws IOException {
        pickle.write(new byte[] {'X', (byte) text.length(), 0, 0, 0});
        pickle.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** libtorch reads entries in place, so they are not compressed. */
    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        CRC32 check = new CRC32();
        check.update(content);
        entry.setCrc(check.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
