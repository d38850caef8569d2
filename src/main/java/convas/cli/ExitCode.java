package convas.cli;

/** What a command says to whoever started it. */
public final class ExitCode {
    public static final int FINE = 0;
    /** The design or its data have errors. */
    public static final int ERRORS = 1;
    /** The command was called wrongly, or this machine lacks what it needs. */
    public static final int USAGE = 2;

    private ExitCode() {}
}
