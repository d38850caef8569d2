package convas.mutants;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs files. */
final class Archives {
    private static final int BLOCK = 512;

    private Archives() {}

    static byte[] zip(Map<String, byte[]> files) {
        return made(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    static byte[] gzip(byte[] content) {
        return made(out -> {
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(content);
            }
        });
    }

    /** By POSIX: name at 0, size in octal at 124, checksum at 148, kind at 156. */
    static byte[] tar(Map<String, byte[]> files) {
        return made(out -> {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                byte[] header = new byte[BLOCK];
                put(header, 0, file.getKey());
                put(header, 124, String.format(Locale.ROOT, "%011o", file.getValue().length));
                put(header, 148, "        ");
                header[156] = '0';
                put(header, 257, "ustar");
                int sum = 0;
                for (byte each : header) {
                    sum += each;
                }
                put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
                out.write(header);
                out.write(file.getValue());
                out.write(new byte[(BLOCK - file.getValue().length % BLOCK) % BLOCK]);
            }
            out.write(new byte[2 * BLOCK]);
        });
    }

    /** A zip with one of its entries changed, and sums and lengths that are right for that. */
    static byte[] rezipped(byte[] zip, UnaryOperator<byte[]> change, Random random) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (ZipException written) {
            // As PyTorch writes them, which cannot be read in order.
            return change.apply(zip);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (files.isEmpty()) {
            return change.apply(zip);
        }
        List<String> names = new ArrayList<>(files.keySet());
        files.computeIfPresent(names.get(random.nextInt(names.size())), (name, content) -> change.apply(content));
        return zip(files);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    @FunctionalInterface
    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] made(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return out.toByteArray();
    }
}
