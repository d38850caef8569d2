package convas.profiling.djl;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.util.Optional;

/**
 * How much memory the engine has got from the C library: what glibc's {@code mallinfo2} counts as in use, whoever asked
 * for it. Memory of a GPU is not in it.
 */
public final class NativeHeap {
    private final Function mallinfo;

    private NativeHeap(Function mallinfo) {
        this.mallinfo = mallinfo;
    }

    /** Nothing where there is no glibc, or one older than 2.33. */
    public static Optional<NativeHeap> find() {
        try {
            return Optional.of(new NativeHeap(NativeLibrary.getInstance("c").getFunction("mallinfo2")));
        } catch (LinkageError absent) {
            return Optional.empty();
        }
    }

    /** Bytes in use now, of the whole process. */
    public long bytes() {
        Counts counts = (Counts) mallinfo.invoke(Counts.class, new Object[0]);
        return counts.uordblks.longValue() + counts.hblkhd.longValue();
    }

    /** C's {@code struct mallinfo2}. */
    @FieldOrder({
        "arena",
        "ordblks",
        "smblks",
        "hblks",
        "hblkhd",
        "usmblks",
        "fsmblks",
        "uordblks",
        "fordblks",
        "keepcost"
    })
    public static final class Counts extends Structure implements Structure.ByValue {
        public NativeLong arena;
        public NativeLong ordblks;
        public NativeLong smblks;
        public NativeLong hblks;
        /** Bytes in blocks that are mapped each by itself. */
        public NativeLong hblkhd;

        public NativeLong usmblks;
        public NativeLong fsmblks;
        /** Bytes in use in the arenas. */
        public NativeLong uordblks;

        public NativeLong fordblks;
        public NativeLong keepcost;
    }
}
