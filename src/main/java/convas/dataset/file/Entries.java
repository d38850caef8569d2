package convas.dataset.file;

import convas.dataset.DataProblem;
import convas.dataset.DatasetException;
import convas.dataset.DatasetOption;
import convas.dataset.Survey;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The files of a folder or of an archive (zip, tar, tar.gz), by their own names without folders. What is packed with gzip is
 * unpacked, whatever it is called, and named without .gz.
 */
final class Entries {
    private static final String GZIP = ".gz";

    /** Bytes at the beginning that a header's length is told by. */
    static final int START = 64;

    /** Names that are looked at to find out what something is. */
    private static final int GLANCED_AT = 1000;

    private static final long GLANCED_THROUGH = 64 << 20;

    private final Path path;
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final List<String> used = new ArrayList<>();
    private final List<String> aside = new ArrayList<>();
    private final List<String> misnamed = new ArrayList<>();

    private Entries(Path path) {
        this.path = path;
    }

    /**
     * Reads the files that are wanted, each whole; of two files of one name the first.
     *
     * @param wanted asked of a file's name, without .gz
     * @throws DatasetException where {@code path} is neither folder nor archive, cannot be read, is damaged, or unpacks to
     *     more than there is room for
     */
    static Entries read(Path path, Predicate<String> wanted) throws DatasetException {
        return read(path, wanted, Allowance.ofThisProcess(), start -> Long.MAX_VALUE);
    }

    /**
     * The same of files that begin with a header that tells their length.
     *
     * @param length by the first {@link #START} bytes, or as many as there are; no more than that, and one byte that should
     *     not be there, is read
     */
    static Entries read(Path path, Predicate<String> wanted, Allowance allowance, ToLongFunction<byte[]> length)
            throws DatasetException {
        Entries entries = new Entries(path);
        try {
            Container.of(path).offer(entries.new Taker(wanted, allowance, length));
        } catch (IOException unreadable) {
            throw DatasetException.unreadable(DatasetOption.PATH, path, unreadable);
        }
        return entries;
    }

    /** Whether a folder or an archive has one of these files, packed or not; false of anything else. */
    static boolean has(Path path, Predicate<String> wanted) {
        Glance glance = new Glance(wanted);
        try {
            Container.of(path).offer(glance);
        } catch (IOException | DatasetException unreadable) {
            return glance.found;
        }
        return glance.found;
    }

    /** Each by its name. */
    Map<String, byte[]> contents() {
        return Collections.unmodifiableMap(contents);
    }

    /** What there was: files that are used, those that are not, what was not called what it is. */
    List<Survey.Finding> findings() {
        List<Survey.Finding> findings = new ArrayList<>();
        findings.add(Survey.note(Survey.Topic.STRUCTURE, "datasurvey.structure.files", named(used)));
        if (!misnamed.isEmpty()) {
            findings.add(finding(Survey.Topic.STRUCTURE, "datasurvey.structure.misnamed", misnamed));
        }
        if (!aside.isEmpty()) {
            findings.add(finding(Survey.Topic.ASIDE, "datasurvey.aside.unused", aside));
        }
        return findings;
    }

    private static Survey.Finding finding(Survey.Topic topic, String key, List<String> names) {
        return new Survey.Finding(
                topic,
                false,
                DataProblem.of("", key, names.size(), named(names)),
                OptionalLong.of(names.size()),
                names);
    }

    private static String named(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(Survey.NAMED, names.size())));
        return names.size() > Survey.NAMED ? first + ", ..." : first;
    }

    /** What an exception says, if it says anything. */
    static String reason(IOException exception) {
        return exception.getMessage() == null ? exception.getClass().getSimpleName() : exception.getMessage();
    }

    static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String plain(String name) {
        return name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    }

    /** Keeps what is wanted. */
    private final class Taker implements EntryTaker {
        private final Predicate<String> wanted;
        private final Allowance allowance;
        private final ToLongFunction<byte[]> length;
        private final Set<String> seen = new HashSet<>();

        Taker(Predicate<String> wanted, Allowance allowance, ToLongFunction<byte[]> length) {
            this.wanted = wanted;
            this.allowance = allowance;
            this.length = length;
        }

        @Override
        public boolean wants(String name) {
            boolean wants = wanted.test(plain(name)) && seen.add(plain(name));
            (wants ? used : aside).add(name);
            return wants;
        }

        @Override
        public void take(String name, InputStream in, long size) throws IOException, DatasetException {
            boolean isPacked = Container.isPacked(in);
            if (isPacked != name.endsWith(GZIP)) {
                misnamed.add(name);
            }
            contents.put(plain(name), isPacked ? unpacked(name, in) : content(name, in, size));
        }

        private byte[] unpacked(String name, InputStream in) throws IOException, DatasetException {
            try {
                InputStream plain = new GZIPInputStream(in, Container.BUFFER);
                return content(name, new BufferedInputStream(plain, Container.BUFFER), -1);
            } catch (ZipException | EOFException damaged) {
                throw DatasetException.of(DatasetOption.PATH, "dataset.gzip.entry", path, name, reason(damaged));
            }
        }

        private byte[] content(String name, InputStream in, long size) throws IOException, DatasetException {
            in.mark(START);
            byte[] start = in.readNBytes(START);
            in.reset();
            long most = length.applyAsLong(start);
            if (most == Long.MAX_VALUE) {
                return allowance.read(in, size, path, name);
            }
            InputStream part = new InputStream() {
                private long left = most + 1;

                @Override
                public int read() throws IOException {
                    return left-- > 0 ? in.read() : -1;
                }

                @Override
                public int read(byte[] into, int at, int count) throws IOException {
                    int read = left > 0 ? in.read(into, at, (int) Math.min(left, count)) : -1;
                    left -= Math.max(0, read);
                    return count == 0 ? 0 : read;
                }
            };
            return allowance.read(part, size < 0 ? -1 : Math.min(size, most + 1), path, name);
        }
    }

    /** Looks at names only. */
    private static final class Glance implements EntryTaker {
        private final Predicate<String> wanted;
        private boolean found;
        private int seen;

        Glance(Predicate<String> wanted) {
            this.wanted = wanted;
        }

        @Override
        public boolean wants(String name) {
            seen++;
            found |= wanted.test(plain(name));
            return false;
        }

        @Override
        public void take(String name, InputStream in, long size) {
            throw new IllegalStateException(name);
        }

        @Override
        public boolean isDone() {
            return found || seen >= GLANCED_AT;
        }

        @Override
        public long mostPassed() {
            return GLANCED_THROUGH;
        }
    }
}
