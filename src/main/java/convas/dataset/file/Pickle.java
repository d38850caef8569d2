package convas.dataset.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plain values in a pickle of Python: dictionaries, lists, numbers, texts, bytes and arrays of NumPy's. A pickle is a
 * program that builds its values; here nothing is ever called, and one that names anything but what an array is made of is
 * refused. Sizes are bounded by those of the pickle itself.
 *
 * @see <a href="https://github.com/python/cpython/blob/main/Lib/pickletools.py">the meaning of each byte</a>
 */
final class Pickle {
    /** Deeper than anything that is data. */
    private static final int MOST_STACKED = 1_000_000;

    private static final Object MARK = new Object();
    private static final Object NONE = new Object();

    private final ByteBuffer in;
    private final List<Object> stack = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    private Pickle(byte[] content) {
        in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Part of the pickle, or bytes of its own. */
    record Bytes(ByteBuffer content) {
        String text() {
            return StandardCharsets.ISO_8859_1.decode(content.duplicate()).toString();
        }
    }

    /** A thing of Python's by its module and name; it is only told apart, never called. */
    private record Named(String module, String name) {}

    /** @param arguments what the thing would have been called with */
    private record Called(Named what, List<?> arguments) {}

    /** An array of NumPy's. */
    static final class Array {
        private List<Long> shape = List.of();
        private String type = "";
        private Bytes data = new Bytes(ByteBuffer.allocate(0));

        List<Long> shape() {
            return shape;
        }

        /** As NumPy writes it, {@code u1} for instance. */
        String type() {
            return type;
        }

        /** The last dimension fastest. */
        ByteBuffer data() {
            return data.content().duplicate();
        }
    }

    /**
     * What is in it: {@link Map}, {@link List}, {@link Long}, {@link Double}, {@link Boolean}, {@link String}, {@link Bytes}
     * or {@link Array}.
     *
     * @throws IOException with what is in the way
     */
    static Object read(byte[] content) throws IOException {
        try {
            return new Pickle(content).run();
        } catch (RuntimeException damaged) {
            // Whatever does not fit together meets one of them sooner or later.
            throw new IOException("damaged or cut off", damaged);
        }
    }

    private Object run() throws IOException {
        while (true) {
            int code = in.get() & 0xff;
            if (code == '.') {
                return pop();
            }
            if (!values(code) && !collections(code) && !memory(code)) {
                things(code);
            }
            if (stack.size() > MOST_STACKED) {
                throw new IOException("too deep");
            }
        }
    }

    private boolean values(int code) throws IOException {
        switch (code) {
            case 0x80 -> in.get();
            case 0x95 -> in.getLong();
            case 'N' -> stack.add(NONE);
            case 0x88 -> stack.add(true);
            case 0x89 -> stack.add(false);
            case 'K' -> stack.add((long) (in.get() & 0xff));
            case 'M' -> stack.add((long) (in.getShort() & 0xffff));
            case 'J' -> stack.add((long) in.getInt());
            case 0x8a -> stack.add(number(in.get() & 0xff));
            case 'G' -> stack.add(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
            case 'I' -> stack.add(Long.valueOf(line()));
            case 'U', 'C' -> stack.add(bytes(in.get() & 0xff));
            case 'T', 'B' -> stack.add(bytes(in.getInt()));
            case 0x8e, 0x96 -> stack.add(bytes(Math.toIntExact(in.getLong())));
            case 0x8c -> stack.add(text(in.get() & 0xff));
            case 'X' -> stack.add(text(in.getInt()));
            case 0x8d -> stack.add(text(Math.toIntExact(in.getLong())));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean collections(int code) {
        switch (code) {
            case '(' -> stack.add(MARK);
            case '}' -> stack.add(new LinkedHashMap<>());
            case ']' -> stack.add(new ArrayList<>());
            case ')' -> stack.add(List.of());
            case 't', 'l' -> stack.add(sinceMark());
            case 0x85 -> tuple(1);
            case 0x86 -> tuple(2);
            case 0x87 -> tuple(3);
            case 'a' -> {
                Object last = pop();
                list().add(last);
            }
            case 'e' -> {
                List<Object> more = sinceMark();
                list().addAll(more);
            }
            case 's' -> {
                Object value = pop();
                Object key = pop();
                put(key, value);
            }
            case 'u' -> {
                List<Object> more = sinceMark();
                for (int index = 0; index < more.size(); index += 2) {
                    put(more.get(index), more.get(index + 1));
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean memory(int code) {
        switch (code) {
            case 'q' -> memo.put(in.get() & 0xff, top());
            case 'r' -> memo.put(in.getInt(), top());
            case 0x94 -> memo.put(memo.size(), top());
            case 'h' -> stack.add(known(in.get() & 0xff));
            case 'j' -> stack.add(known(in.getInt()));
            case '0' -> pop();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void things(int code) throws IOException {
        switch (code) {
            case 'c' -> {
                String module = line();
                stack.add(named(module, line()));
            }
            case 0x93 -> {
                String name = (String) pop();
                stack.add(named((String) pop(), name));
            }
            case 'R' -> {
                List<?> arguments = (List<?>) pop();
                stack.add(called((Named) pop(), arguments));
            }
            case 'b' -> {
                Object state = pop();
                if (top() instanceof Array array) {
                    fill(array, (List<?>) state);
                }
            }
            default -> throw new IOException(String.format(java.util.Locale.ROOT, "byte %02x", code));
        }
    }

    /** What arrays and their texts are made of, and nothing that could do anything. */
    private static Named named(String module, String name) throws IOException {
        boolean isNumpy = module.equals("numpy") && (name.equals("ndarray") || name.equals("dtype"));
        boolean isMaker = (module.equals("numpy.core.multiarray") || module.equals("numpy._core.multiarray"))
                && name.equals("_reconstruct");
        boolean isBuffer = (module.equals("numpy.core.numeric") || module.equals("numpy._core.numeric"))
                && name.equals("_frombuffer");
        boolean isText = module.equals("_codecs") && name.equals("encode");
        if (!isNumpy && !isMaker && !isBuffer && !isText) {
            throw new IOException(module + "." + name);
        }
        return new Named(module, name);
    }

    private static Object called(Named what, List<?> arguments) throws IOException {
        Charset latin = StandardCharsets.ISO_8859_1;
        return switch (what.name()) {
            case "_reconstruct" -> new Array();
            case "encode" -> new Bytes(ByteBuffer.wrap(((String) arguments.get(0)).getBytes(latin)));
            case "_frombuffer" -> {
                Array array = new Array();
                array.data = (Bytes) arguments.get(0);
                array.type = type(arguments.get(1));
                array.shape = sizes(arguments.get(2));
                if (!String.valueOf(arguments.get(3)).equals("C")) {
                    throw new IOException("Fortran order");
                }
                yield array;
            }
            case "dtype" -> new Called(what, arguments);
            default -> throw new IOException(what.module() + "." + what.name());
        };
    }

    /** Version, shape, type, whether in Fortran's order, data. */
    private static void fill(Array array, List<?> state) throws IOException {
        array.shape = sizes(state.get(1));
        array.type = type(state.get(2));
        array.data = (Bytes) state.get(4);
        if (Boolean.TRUE.equals(state.get(3)) || Long.valueOf(1).equals(state.get(3))) {
            throw new IOException("Fortran order");
        }
    }

    private static String type(Object described) {
        return string(((Called) described).arguments().get(0));
    }

    /** A text, whichever Python wrote it. */
    static String string(Object text) {
        return text instanceof Bytes bytes ? bytes.text() : (String) text;
    }

    private static List<Long> sizes(Object shape) {
        return ((List<?>) shape).stream().map(Long.class::cast).toList();
    }

    private Object known(int place) {
        if (!memo.containsKey(place)) {
            throw new IllegalArgumentException("nothing at " + place);
        }
        return memo.get(place);
    }

    private Object pop() {
        return stack.remove(stack.size() - 1);
    }

    private Object top() {
        return stack.get(stack.size() - 1);
    }

    @SuppressWarnings("unchecked")
    private List<Object> list() {
        return (ArrayList<Object>) top();
    }

    @SuppressWarnings("unchecked")
    private void put(Object key, Object value) {
        Object plain = key instanceof Bytes bytes ? bytes.text() : key;
        if (!(plain instanceof String) && !(plain instanceof Long)) {
            throw new IllegalArgumentException("a key that is no text");
        }
        ((LinkedHashMap<Object, Object>) top()).put(plain, value);
    }

    private void tuple(int size) {
        Deque<Object> parts = new ArrayDeque<>();
        for (int index = 0; index < size; index++) {
            parts.addFirst(pop());
        }
        stack.add(new ArrayList<>(parts));
    }

    private List<Object> sinceMark() {
        int mark = stack.lastIndexOf(MARK);
        List<Object> since = stack.subList(mark + 1, stack.size());
        List<Object> taken = new ArrayList<>(since);
        since.clear();
        stack.remove(mark);
        return taken;
    }

    private Bytes bytes(int length) {
        Bytes taken = new Bytes(in.slice(in.position(), length));
        in.position(in.position() + length);
        return taken;
    }

    private String text(int length) {
        return StandardCharsets.UTF_8.decode(bytes(length).content()).toString();
    }

    private long number(int length) throws IOException {
        if (length > Long.BYTES) {
            throw new IOException("a number of " + length + " bytes");
        }
        long value = 0;
        for (int index = 0; index < length; index++) {
            value |= (in.get() & 0xffL) << 8 * index;
        }
        int unused = Long.SIZE - 8 * length;
        return length == 0 ? 0 : value << unused >> unused;
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (char next = (char) (in.get() & 0xff); next != '\n'; next = (char) (in.get() & 0xff)) {
            line.append(next);
        }
        return line.toString();
    }
}
