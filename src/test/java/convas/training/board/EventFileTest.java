package convas.training.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.training.RunEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What TensorBoard finds; read again here by the specifications alone. */
final class EventFileTest {
    private static final RunEvent.Started STARTED =
            new RunEvent.Started(Path.of("run"), 3, 10, 100, 20, "cpu", 1, List.of());

    @TempDir
    private Path run;

    /** CRC-32C bit by bit: the polynomial 0x1EDC6F41, reflected. */
    private static int crc(byte[] data) {
        int crc = -1;
        for (byte each : data) {
            crc ^= each & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc >>> 1) ^ ((crc & 1) == 0 ? 0 : 0x82F63B78);
            }
        }
        return ~crc;
    }

    private static int masked(byte[] data) {
        int crc = crc(data);
        return ((crc >>> 15) | (crc << 17)) + 0xA282EAD8;
    }

    /** The examples of RFC 3720, B.4: 32 bytes of zeros, of ones, rising, falling. */
    @Test
    void checksumsAreThoseOfRfc3720() {
        byte[] rising = new byte[32];
        byte[] falling = new byte[32];
        byte[] ones = new byte[32];
        for (int index = 0; index < 32; index++) {
            rising[index] = (byte) index;
            falling[index] = (byte) (31 - index);
            ones[index] = -1;
        }
        List<byte[]> data = List.of(new byte[32], ones, rising, falling);
        List<Integer> known = List.of(0x8A9136AA, 0x62A8AB43, 0x46DD794E, 0x113FDB5C);
        for (int index = 0; index < 4; index++) {
            int crc = known.get(index);
            assertEquals(crc, crc(data.get(index)));
            assertEquals(Integer.rotateRight(crc, 15) + 0xA282EAD8, RecordFile.masked(data.get(index)));
        }
    }

    /** The first example of the wire format's documentation, 150 in field 1, and that of a text, "testing" in field 2. */
    @Test
    void messagesAreThoseOfTheWireFormat() {
        assertArrayEquals(
                HexFormat.of().parseHex("089601"), new Message().whole(1, 150).bytes());
        assertArrayEquals(
                HexFormat.of().parseHex("120774657374696e67"),
                new Message().text(2, "testing").bytes());
        assertArrayEquals(
                HexFormat.of().parseHex("1a03089601"),
                new Message().message(3, new Message().whole(1, 150)).bytes());
    }

    /** The records of a file, each with both checksums right. */
    private List<byte[]> records() throws IOException {
        ByteBuffer bytes;
        try (var files = Files.list(run)) {
            Path file = files.findFirst().orElseThrow();
            assertEquals(
                    "events.out.tfevents.1700000000",
                    file.getFileName().toString().substring(0, 30));
            bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        }
        List<byte[]> records = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] length = new byte[8];
            bytes.mark();
            bytes.get(length);
            bytes.reset();
            byte[] record = new byte[(int) bytes.getLong()];
            assertEquals(masked(length), bytes.getInt());
            bytes.get(record);
            assertEquals(masked(record), bytes.getInt());
            records.add(record);
        }
        return records;
    }

    /** A message as {@code field=value} texts; messages within in braces. */
    private static String read(byte[] message, int depth) {
        ByteBuffer bytes = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        List<String> fields = new ArrayList<>();
        while (bytes.hasRemaining()) {
            long key = varint(bytes);
            String value = switch ((int) (key & 7)) {
                case 0 -> Long.toString(varint(bytes));
                case 1 -> String.format(Locale.ROOT, "%.1f", bytes.getDouble());
                case 5 -> String.format(Locale.ROOT, "%.2f", bytes.getFloat());
                case 2 -> {
                    byte[] inner = new byte[(int) varint(bytes)];
                    bytes.get(inner);
                    // Only summaries and the session are messages here: fields 5 and 7, and 1 within 5.
                    yield (depth == 0 && (key >> 3) != 3) || (depth == 1 && (key >> 3) == 1)
                            ? "{" + read(inner, depth + 1) + "}"
                            : new String(inner, StandardCharsets.UTF_8);
                }
                default -> throw new AssertionError("kind " + (key & 7));
            };
            fields.add((key >> 3) + "=" + value);
        }
        return String.join(" ", fields);
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    @Test
    void everyFigureStandsAtItsStep() throws IOException {
        try (EventFile file = new EventFile(run, 0, () -> 1_700_000_000_500L)) {
            file.accept(STARTED);
            file.accept(new RunEvent.Progress(2, 4, 0.5, OptionalDouble.of(0.75), 1000, 9));
            file.accept(
                    new RunEvent.EpochEnd(30, 0.25, OptionalDouble.empty(), 0.125, OptionalDouble.of(0.5), 2000, 3));
            file.accept(new RunEvent.Failed(List.of("why")));
        }
        assertEquals(
                List.of(
                        "1=1700000000.5 3=brain.Event:2",
                        "1=1700000000.5 2=0 7={1=1}",
                        "1=1700000000.5 2=14 5={1={1=loss/train 2=0.50} 1={1=accuracy/train 2=0.75}}",
                        "1=1700000000.5 2=300 5={1={1=loss/epoch 2=0.25} 1={1=loss/validation 2=0.13}"
                                + " 1={1=accuracy/validation 2=0.50} 1={1=images_per_second 2=2000.00}}"),
                records().stream().map(record -> read(record, 0)).toList());
    }

    @Test
    void aRunThatGoesOnTakesBackWhatWasToldOfLaterSteps() throws IOException {
        try (EventFile file = new EventFile(run, 20, () -> 1_700_000_000_000L)) {
            file.accept(STARTED);
        }
        assertEquals("1=1700000000.0 2=20 7={1=1}", read(records().get(1), 0));
    }

    @Test
    void aFolderThatCannotBeWrittenDisturbsNobody() throws IOException {
        Path none = run.resolve("none");
        try (EventFile file = new EventFile(none, 0, () -> 0)) {
            file.accept(STARTED);
        }
        assertEquals(List.of(), Arrays.asList(run.toFile().list()));
    }
}
