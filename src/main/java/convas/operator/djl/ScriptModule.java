package convas.operator.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Functions written in TorchScript, which reach operators of libtorch that DJL does not bind. The source becomes an
 * archive as {@code torch.jit.save} writes it, made here in memory: a zip with the class' code and a pickled object of it
 * that holds nothing.
 */
public final class ScriptModule {
    private static final String CLASS = "Library";

    private ScriptModule() {}

    /**
     * @param manager outlives the module
     * @param source a class {@code Library(Module)} in TorchScript's serialised form
     */
    public static PtSymbolBlock load(NDManager manager, byte[] source) {
        try {
            byte[] archive = archive(source);
            return JniUtils.loadModule((PtNDManager) manager, new ByteArrayInputStream(archive), false, false);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] archive(byte[] source) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "module/data.pkl", pickledObject());
            store(zip, "module/code/__torch__.py", source);
            // An empty tuple.
            store(zip, "module/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            store(zip, "module/version", "3\n".getBytes(StandardCharsets.US_ASCII));
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
