package convas.training.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.file.ClosedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** By what a file is known again: the SHA-256 of its bytes, or of what it says that counts for the numbers of a run. */
final class Digest {
    private static final String PREFIX = "sha256:";
    private static final int BUFFER = 1 << 16;

    private Digest() {}

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String end(MessageDigest digest) {
        return PREFIX + HexFormat.of().formatHex(digest.digest());
    }

    static String of(ClosedFolder folder, String name) throws IOException {
        MessageDigest digest = start();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Channels.newInputStream(folder.open(name, Long.MAX_VALUE))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return end(digest);
    }

    /** Of a design but for where its nodes stand, what is noted beside them and how it is looked at. */
    static String ofDesign(JsonNode design) {
        JsonNode counts = design.deepCopy();
        remove(counts, "description", "notes", "bookmarks", "view");
        counts.path("nodes").forEach(node -> remove(node, "position", "color"));
        counts.path("edges").forEach(edge -> remove(edge, "via"));
        return of(counts);
    }

    /** Of a recipe but for the epochs, of which more may be asked for. */
    static String ofRecipe(JsonNode recipe) {
        JsonNode counts = recipe.deepCopy();
        remove(counts, "epochs");
        return of(counts);
    }

    private static void remove(JsonNode from, String... fields) {
        if (from instanceof ObjectNode object) {
            object.remove(List.of(fields));
        }
    }

    private static String of(JsonNode json) {
        MessageDigest digest = start();
        digest.update(json.toString().getBytes(StandardCharsets.UTF_8));
        return end(digest);
    }
}
