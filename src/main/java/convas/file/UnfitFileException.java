package convas.file;

import java.io.IOException;

/** What stands where a file of moderate size should: something else, or more of it. */
public final class UnfitFileException extends IOException {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Kind {
        /** A link, a pipe, a device, a folder. */
        NO_FILE,
        TOO_LARGE
    }

    private final Kind kind;
    private final long limit;

    UnfitFileException(String file, Kind kind, long limit) {
        super(file + (kind == Kind.NO_FILE ? " is no regular file" : " has more than " + limit + " bytes"));
        this.kind = kind;
        this.limit = limit;
    }

    public Kind kind() {
        return kind;
    }

    /** In bytes. */
    public long limit() {
        return limit;
    }
}
