package convas.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people have weights and arrays in that is neither npz nor safetensors, told by the first bytes, and the line of
 * Python that makes a file of it that can be read. Nothing of such a file is read here: some of them hold programs.
 */
enum ForeignFormat {
    EMPTY(""),
    /** Since version 1.6 a zip archive with a pickle, before it pickles one after the other. */
    TORCH("import torch; from safetensors.torch import save_file; "
            + "d = torch.load('FILE', map_location='cpu', weights_only=True); "
            + "save_file({k: v.contiguous().clone() for k, v in d.get('state_dict', d).items()}, 'STEM.safetensors')"),
    TORCHSCRIPT(
            "import torch; from safetensors.torch import save_file; d = torch.jit.load('FILE', map_location='cpu').state_dict(); "
                    + "save_file({k: v.contiguous().clone() for k, v in d.items()}, 'STEM.safetensors')"),
    PICKLE("import pickle, numpy; numpy.savez('STEM.npz', **pickle.load(open('FILE', 'rb')))"),
    ONNX("import onnx; from onnx.numpy_helper import to_array; from safetensors.numpy import save_file; "
            + "save_file({t.name: to_array(t) for t in onnx.load('FILE').graph.initializer}, 'STEM.safetensors')"),
    HDF5(
            "import h5py, numpy; d = {}; h5py.File('FILE', 'r').visititems(lambda n, o: d.update({n.replace('/', '.'): o[()]}) "
                    + "if isinstance(o, h5py.Dataset) else None); numpy.savez('STEM.npz', **d)"),
    KERAS(""),
    NPY("import numpy; numpy.savez('STEM.npz', NAME=numpy.load('FILE'))"),
    IMAGE("import numpy; from PIL import Image; x = numpy.asarray(Image.open('FILE').convert('RGB'), 'float32') / 255; "
            + "numpy.savez('STEM.npz', NAME=x.transpose(2, 0, 1)[None])"),
    GZIP(""),
    GGUF(""),
    TFLITE(""),
    TEXT("");

    private static final int LOOKED_AT = 512;
    private static final String TORCH_BEFORE_ZIP = "8a0a6cfc9c46f9206aa85019";

    /** Names that mean nothing to a shell or to Python, so that a line with them does what it seems to. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N} ._+-]*");

    /** Second fields that ONNX's writers put behind the first, the version; in protobuf's numbers. */
    private static final Set<Integer> BEHIND_ONNX_VERSION = Set.of(0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42);

    private final String python;

    ForeignFormat(String python) {
        this.python = python;
    }

    /** @throws DamagedFileException where the file is of one of these formats */
    static void refuse(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LOOKED_AT);
        }
        Optional<ForeignFormat> found = of(start);
        if (found.isPresent()) {
            throw found.get().refusal(file);
        }
    }

    /** What an archive is whose entry has this name; absent where the name tells nothing. */
    static Optional<ForeignFormat> ofEntry(String name, boolean hasConstants) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (last.equals("data.pkl")) {
            return Optional.of(hasConstants ? TORCHSCRIPT : TORCH);
        }
        return last.equals("model.weights.h5") ? Optional.of(KERAS) : Optional.empty();
    }

    DamagedFileException refusal(Path file) {
        return new DamagedFileException("", "tensor.foreign." + name().toLowerCase(Locale.ROOT), line(file));
    }

    private static Optional<ForeignFormat> of(byte[] start) {
        String hex = HexFormat.of().formatHex(start);
        if (start.length == 0) {
            return Optional.of(EMPTY);
        } else if (start.length > 8 && start[8] == '{' && start[6] == 0 && start[7] == 0) {
            // The length of a safetensors header, which may begin with any byte, and the header.
            return Optional.empty();
        } else if (hex.startsWith("80") && start.length > 2 && start[1] >= 2 && start[1] <= 5) {
            return Optional.of(hex.startsWith(TORCH_BEFORE_ZIP, 4) ? TORCH : PICKLE);
        } else if (hex.startsWith("89484446")) {
            return Optional.of(HDF5);
        } else if (hex.startsWith("93") && text(start).startsWith("NUMPY", 1)) {
            return Optional.of(NPY);
        } else if (hex.startsWith("1f8b")) {
            return Optional.of(GZIP);
        } else if (text(start).startsWith("GGUF")) {
            return Optional.of(GGUF);
        } else if (text(start).startsWith("TFL3", 4)) {
            return Optional.of(TFLITE);
        } else if (hex.startsWith("89504e47")
                || hex.startsWith("ffd8ff")
                || text(start).startsWith("GIF8")) {
            return Optional.of(IMAGE);
        } else if (start.length > 2 && start[0] == 8 && start[1] > 0 && BEHIND_ONNX_VERSION.contains(start[2] & 0xff)) {
            return Optional.of(ONNX);
        }
        return isText(start) ? Optional.of(TEXT) : Optional.empty();
    }

    private static String text(byte[] start) {
        return new String(start, StandardCharsets.ISO_8859_1);
    }

    /** Whether there is nothing in it that no text has. That it is some archive, by its first two letters, is told elsewhere. */
    private static boolean isText(byte[] start) {
        for (byte each : start) {
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
                return false;
            }
        }
        return !text(start).startsWith("PK");
    }

    private String line(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        boolean isPlain = PLAIN.matcher(name).matches();
        return "python3 -c \""
                + python.replace("STEM", isPlain ? stem : "weights").replace("FILE", isPlain ? name : "FILE") + "\"";
    }
}
