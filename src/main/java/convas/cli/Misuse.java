package convas.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A call that cannot be carried out as written; its message is a whole sentence in the user's language. */
public final class Misuse extends ParameterException {
    private static final long serialVersionUID = 1L;

    public Misuse(CommandSpec command, String sentence) {
        super(command.commandLine(), sentence);
    }
}
