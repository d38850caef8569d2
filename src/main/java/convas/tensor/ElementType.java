package convas.tensor;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** How files store numbers; all of them are read as 32-bit floats. */
enum ElementType {
    F64("f8", 8),
    F32("f4", 4),
    F16("f2", 2),
    BF16("", 2),
    I64("i8", 8),
    I32("i4", 4),
    I16("i2", 2),
    I8("i1", 1),
    U64("u8", 8),
    U32("u4", 4),
    U16("u2", 2),
    U8("u1", 1),
    BOOL("b1", 1);

    private final String numpy;
    private final int bytes;

    ElementType(String numpy, int bytes) {
        this.numpy = numpy;
        this.bytes = bytes;
    }

    /** By the name that safetensors gives it. */
    static Optional<ElementType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** By NumPy's type code without the byte order, for instance {@code f4}. */
    static Optional<ElementType> coded(String code) {
        return Arrays.stream(values())
                .filter(type -> !code.isEmpty() && type.numpy.equals(code))
                .findFirst();
    }

    /** As NumPy calls it. */
    String numpyName() {
        return switch (this) {
            case F64 -> "float64";
            case F32 -> "float32";
            case F16 -> "float16";
            case BF16 -> "bfloat16";
            case BOOL -> "bool";
            default -> (name().startsWith("I") ? "int" : "uint") + name().substring(1);
        };
    }

    int bytes() {
        return bytes;
    }

    /** All numbers of {@code data}, in its byte order. */
    float[] decode(ByteBuffer data) {
        float[] values = new float[data.remaining() / bytes];
        if (this == F32) {
            data.asFloatBuffer().get(values);
            return values;
        }
        for (int index = 0; index < values.length; index++) {
            values[index] = next(data);
        }
        return values;
    }

    /** The same as 64-bit floats, which hold whole numbers up to 2^53 exactly. */
    double[] decodeDoubles(ByteBuffer data) {
        double[] values = new double[data.remaining() / bytes];
        for (int index = 0; index < values.length; index++) {
            values[index] = switch (this) {
                case F64 -> data.getDouble();
                case I64 -> data.getLong();
                case U64 -> unsignedDouble(data.getLong());
                case I32 -> data.getInt();
                case U32 -> Integer.toUnsignedLong(data.getInt());
                default -> next(data);
            };
        }
        return values;
    }

    private float next(ByteBuffer data) {
        return switch (this) {
            case F64 -> (float) data.getDouble();
            case F32 -> data.getFloat();
            case F16 -> half(data.getShort());
            case BF16 -> Float.intBitsToFloat(data.getShort() << 16);
            case I64 -> data.getLong();
            case I32 -> data.getInt();
            case I16 -> data.getShort();
            case I8 -> data.get();
            case U64 -> unsigned(data.getLong());
            case U32 -> Integer.toUnsignedLong(data.getInt());
            case U16 -> Short.toUnsignedInt(data.getShort());
            case U8 -> Byte.toUnsignedInt(data.get());
            case BOOL -> data.get() == 0 ? 0 : 1;
        };
    }

    private static double unsignedDouble(long bits) {
        return bits >= 0 ? bits : (bits >>> 1 | bits & 1) * 2.0;
    }

    private static float unsigned(long bits) {
        return bits >= 0 ? bits : (bits >>> 1 | bits & 1) * 2f;
    }

    /** IEEE 754 half precision: 1 sign bit, 5 of exponent (bias 15), 10 of fraction. */
    private static float half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        float magnitude;
        if (exponent == 0x1f) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else if (exponent == 0) {
            magnitude = fraction * 0x1p-24f;
        } else {
            magnitude = Float.intBitsToFloat(exponent - 15 + 127 << 23 | fraction << 13);
        }
        return bits < 0 ? -magnitude : magnitude;
    }
}
