package convas.dataset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells content apart by its hash. For one thread. */
public final class Digest {
    private final MessageDigest digest;
    private final String prefix;

    private Digest(String algorithm, String prefix) {
        try {
            this.digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has " + algorithm, impossible);
        }
        this.prefix = prefix;
    }

    public static Digest sha256() {
        return new Digest("SHA-256", "sha256:");
    }

    /** For files that are published with it; nothing new is told apart by it. */
    public static Digest md5() {
        return new Digest("MD5", "md5:");
    }

    public Digest add(byte[] content) {
        digest.update(content);
        return this;
    }

    public Digest add(byte[] content, int from, int count) {
        digest.update(content, from, count);
        return this;
    }

    /** {@code sha256:} or {@code md5:} and the hash of all that was added; starts anew then. */
    public String text() {
        return prefix + HexFormat.of().formatHex(digest.digest());
    }
}
