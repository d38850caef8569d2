package convas.tensor;

import convas.operator.TensorShape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The start of a {@code .npy} array: a magic word, a version, and a Python dictionary of type, order and shape.
 *
 * @param code NumPy's code of the type, for instance {@code <f4}; empty for records of several fields
 * @param columnsFirst whether the first dimension varies fastest (Fortran order), else the last
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the format</a>
 */
record NpyHeader(String code, boolean columnsFirst, TensorShape shape) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");

    /** Python 2 wrote an L behind each size. */
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L,\\s]*)\\)");

    private static final int ALIGNMENT = 64;

    /** Longer ones exist only for types with many named fields, which are no tensors. */
    private static final int LONGEST = 1 << 16;

    static NpyHeader read(String name, InputStream in) throws IOException, DamagedFileException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new DamagedFileException(name, "tensor.file.npy.magic");
        }
        int lengthBytes = start[MAGIC.length] == 1 ? Short.BYTES : Integer.BYTES;
        long length = 0;
        byte[] counted = in.readNBytes(lengthBytes);
        for (int index = counted.length - 1; index >= 0; index--) {
            length = length << 8 | counted[index] & 0xff;
        }
        byte[] text = in.readNBytes((int) Math.min(length, LONGEST));
        if (length > LONGEST || text.length < length) {
            throw new DamagedFileException(name, "tensor.file.npy.header");
        }
        return parse(name, new String(text, StandardCharsets.UTF_8));
    }

    private static NpyHeader parse(String name, String text) throws DamagedFileException {
        String code = field(TYPE, text).orElse("");
        String fortran = field(FORTRAN, text).orElse("");
        String sizes = field(SHAPE, text).orElse("?");
        if (fortran.isEmpty() || sizes.equals("?")) {
            throw new DamagedFileException(name, "tensor.file.npy.header");
        }
        try {
            List<Long> shape = Arrays.stream(sizes.split(","))
                    .map(size -> size.replace("L", "").strip())
                    .filter(size -> !size.isEmpty())
                    .map(Long::valueOf)
                    .toList();
            TensorShape array = new TensorShape(shape);
            // Whoever asks for their number is not to meet more than there are numbers.
            array.elements();
            return new NpyHeader(code, fortran.equals("True"), array);
        } catch (NumberFormatException | ArithmeticException beyondLong) {
            throw new DamagedFileException(name, "tensor.file.large", sizes);
        }
    }

    private static Optional<String> field(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Absent where what is stored are no numbers: texts, dates, objects of Python, records of several fields. */
    Optional<ElementType> type() {
        return ElementType.coded(code.isEmpty() ? "" : code.substring(1));
    }

    ByteOrder order() {
        return code.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** The type as NumPy calls it. */
    String typeName() {
        if (code.isEmpty()) {
            return "fields";
        }
        return type().map(ElementType::numpyName).orElse(code.endsWith("O") ? "object" : code);
    }

    /** The header of an array of 32-bit floats, padded so that the data is aligned. */
    static byte[] bytes(TensorShape shape) {
        String sizes = shape.sizes().stream().map(size -> size + ",").collect(Collectors.joining(" "));
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sizes + "), }";
        int prefix = MAGIC.length + 2 + Short.BYTES;
        int padded = (prefix + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (padded - prefix));
        header.put(text.getBytes(StandardCharsets.US_ASCII));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').array();
    }
}
