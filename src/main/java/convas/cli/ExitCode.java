package convas.cli;

/** What a command says to whoever started it. */
final class ExitCode {
    static final int FINE = 0;
    /** The design or its data have errors. */
    static final int ERRORS = 1;
    /** The command was called wrongly, or this machine lacks what it needs. */
    static final int USAGE = 2;

    private ExitCode() {}
}
