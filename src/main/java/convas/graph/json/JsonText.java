package convas.graph.json;

import convas.graph.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** From a path to text: everything that can go wrong before JSON begins, each with one sentence. */
final class JsonText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private JsonText() {}

    /** The bytes of a file, if it is there, can be read, and is not too large. */
    static Optional<byte[]> bytes(Path path, List<Diagnostic> problems) {
        String name = path.toString();
        if (Files.isDirectory(path)) {
            problems.add(Diagnostic.error("", "", "graph.file.directory", name));
            return Optional.empty();
        }
        // One byte more than allowed is enough to know, also where the size is not told beforehand (a pipe, a device).
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes =
                    Files.size(path) > DesignFormat.MAX_BYTES ? null : in.readNBytes((int) DesignFormat.MAX_BYTES + 1);
            if (bytes == null || bytes.length > DesignFormat.MAX_BYTES) {
                problems.add(tooLarge());
                return Optional.empty();
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException missing) {
            problems.add(Diagnostic.error("", "", "graph.file.missing", name));
        } catch (AccessDeniedException denied) {
            problems.add(Diagnostic.error("", "", "graph.file.denied", name));
        } catch (IOException unreadable) {
            problems.add(Diagnostic.error("", "", "graph.file.unreadable", name, unreadable.getMessage()));
        }
        return Optional.empty();
    }

    /** The text in a file's bytes, if there is any and all of it is UTF-8. */
    static Optional<String> decode(byte[] bytes, List<Diagnostic> problems) {
        if (bytes.length > DesignFormat.MAX_BYTES) {
            problems.add(tooLarge());
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        String text = out.flip().toString();
        if (result.isError()) {
            problems.add(Diagnostic.error("", "", "graph.file.encoding", line(text)));
            return Optional.empty();
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            problems.add(Diagnostic.warning("", "", "graph.file.mark"));
            text = text.substring(1);
        }
        if (text.isBlank()) {
            problems.add(Diagnostic.error("", "", "graph.file.empty"));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static Diagnostic tooLarge() {
        return Diagnostic.error("", "", "graph.file.tooLarge", DesignFormat.MAX_BYTES >> 20);
    }

    private static long line(String before) {
        return before.chars().filter(character -> character == '\n').count() + 1;
    }
}
