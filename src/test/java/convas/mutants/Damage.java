package convas.mutants;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes bytes as chance or malice would: flips, cuts, insertions, splices of two, numbers made extreme. */
final class Damage {
    /** Where sizes and kinds stand, in most forms. */
    private static final int HEAD = 64;

    private static final int MOST_REPEATED = 1 << 16;
    private static final int[] BYTES = {0, 1, 0x7f, 0x80, 0xff};
    private static final long[] WHOLES = {
        0, 1, -1, 0xff, 0x100, 0xffff, 0x10000, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 32, Long.MAX_VALUE
    };
    private static final List<String> DIGITS = List.of(
            "0",
            "1",
            "-1",
            "7777777",
            "65536",
            "2147483647",
            "2147483648",
            "4294967296",
            "9223372036854775807",
            "1e999");

    private final Random random;

    Damage(Random random) {
        this.random = random;
    }

    /**
     * A damaged copy.
     *
     * @param others of which parts may come to stand in it
     */
    byte[] of(byte[] sound, List<byte[]> others) {
        byte[] bytes = sound.clone();
        for (int change = few(); change > 0 && bytes.length > 1; change--) {
            // Half of the changes hit the head.
            int at = random.nextInt(random.nextBoolean() ? Math.min(HEAD, bytes.length) : bytes.length);
            int to = Math.min(bytes.length, at + random.nextInt(16));
            switch (random.nextInt(10)) {
                case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) BYTES[random.nextInt(BYTES.length)];
                case 3 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 4 -> bytes = spliced(bytes, at, at, noise());
                case 5 -> bytes = spliced(bytes, at, to, noise());
                case 6 -> bytes = spliced(bytes, at, random.nextBoolean() ? at : bytes.length, part(others));
                case 7 -> number(bytes, at);
                case 8 -> bytes = digits(bytes, at);
                default -> bytes = spliced(bytes, at, at, repeated(bytes, at, to));
            }
        }
        return bytes;
    }

    /** Mostly one change, which gets past more checks than several do. */
    private int few() {
        return random.nextInt(3) == 0 ? 2 + random.nextInt(3) : 1;
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(9)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] part(List<byte[]> others) {
        byte[] other = others.get(random.nextInt(others.size()));
        int from = random.nextInt(other.length + 1);
        return Arrays.copyOfRange(other, from, from + random.nextInt(other.length - from + 1));
    }

    /** A part again and again, which makes nesting of what opens something. */
    private byte[] repeated(byte[] bytes, int from, int to) {
        byte[] part = Arrays.copyOfRange(bytes, from, Math.max(from + 1, to));
        int times = 1 << random.nextInt(random.nextInt(8) == 0 ? 15 : 4);
        byte[] repeated = new byte[Math.min(MOST_REPEATED, part.length * times)];
        for (int index = 0; index < repeated.length; index++) {
            repeated[index] = part[index % part.length];
        }
        return repeated;
    }

    /** A binary number of two, four or eight bytes, either end first. */
    private void number(byte[] bytes, int at) {
        int size = 2 << random.nextInt(3);
        if (at + size <= bytes.length) {
            byte[] whole = ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(WHOLES[random.nextInt(WHOLES.length)])
                    .array();
            boolean turned = random.nextBoolean();
            for (int index = 0; index < size; index++) {
                bytes[at + index] = whole[turned ? size - 1 - index : index];
            }
        }
    }

    /** The next number that is written in digits, if there is one near. */
    private byte[] digits(byte[] bytes, int near) {
        int from = near;
        while (from < bytes.length && !isDigit(bytes[from])) {
            from++;
        }
        int to = from;
        while (to < bytes.length && isDigit(bytes[to])) {
            to++;
        }
        String number = DIGITS.get(random.nextInt(DIGITS.size()));
        return from == to ? bytes : spliced(bytes, from, to, number.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isDigit(byte each) {
        return each >= '0' && each <= '9';
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
        byte[] spliced = new byte[bytes.length - (to - from) + with.length];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(with, 0, spliced, from, with.length);
        System.arraycopy(bytes, to, spliced, from + with.length, bytes.length - to);
        return spliced;
    }
}
