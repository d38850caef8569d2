package convas.dataset;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** A file is no image that can be read, for a reason that has a sentence of its own. */
public final class BrokenImageException extends IOException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final transient List<String> details;

    /** Why. The sentences' keys end in {@link #key}. */
    public enum Reason {
        /** Of none of the forms that are read. */
        UNKNOWN,
        /** It ends before all of its pixels are there. */
        CUT,
        /** It has more pixels than are read; with width and height, and the most that there may be. */
        LARGE,
        /** It contradicts itself or its form; with what was found, as whoever read it says. */
        DAMAGED;

        /** The last part of a sentence's key. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private BrokenImageException(Reason reason, Throwable cause, Object... details) {
        super(reason.key() + " " + List.of(details), cause);
        this.reason = reason;
        this.details = Stream.of(details).map(String::valueOf).toList();
    }

    public static BrokenImageException unknown() {
        return new BrokenImageException(Reason.UNKNOWN, null);
    }

    public static BrokenImageException cut() {
        return new BrokenImageException(Reason.CUT, null);
    }

    public static BrokenImageException large(long width, long height, long most) {
        return new BrokenImageException(Reason.LARGE, null, width, height, most);
    }

    /** @param found in the words of the form: names of its parts and numbers */
    public static BrokenImageException damaged(String found) {
        return new BrokenImageException(Reason.DAMAGED, null, found);
    }

    /** A library met damage with an exception of whatever kind. */
    public static BrokenImageException damaged(Exception met) {
        String said = met.getMessage();
        return new BrokenImageException(
                Reason.DAMAGED, met, said == null ? met.getClass().getSimpleName() : said);
    }

    public Reason reason() {
        return reason;
    }

    /** What fills the sentence's places after the file. */
    public List<String> details() {
        return details;
    }
}
