package convas.mutants;

import java.nio.file.Path;
import java.util.Random;

/** One kind of thing that a stranger may hand over. */
interface Kind {
    /** How a mutant ended well. */
    enum End {
        READ,
        REFUSED
    }

    String name();

    /** Puts a damaged one into an empty folder. */
    void make(Path folder, Random random) throws Exception;

    /**
     * Does with it what the program does. Whatever is thrown, an {@link AssertionError} too, is a bad end.
     *
     * @param random for what is not done with every one
     */
    End use(Path folder, Random random) throws Exception;
}
