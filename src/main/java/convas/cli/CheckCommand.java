package convas.cli;

import convas.graph.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells everything that is wrong with a design. */
@Command(mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private DesignArgument argument;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    CheckCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        CheckedDesign checked = argument.check(parts);
        if (json) {
            print(checked);
        } else if (checked.diagnostics().isEmpty()) {
            console.out().println(checked.name() + ": " + parts.texts().get("cli.check.fine"));
        } else {
            console.problems(console.out(), parts.texts(), checked.name(), checked.diagnostics());
        }
        return checked.hasErrors() ? ExitCode.ERRORS : ExitCode.FINE;
    }

    private void print(CheckedDesign checked) {
        List<Diagnostic> diagnostics = checked.diagnostics();
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        JsonOutput.print(console.out(), true, out -> {
            out.writeStartObject();
            out.writeStringField("file", checked.name());
            out.writeNumberField("errors", errors);
            out.writeNumberField("warnings", diagnostics.size() - errors);
            out.writeArrayFieldStart("diagnostics");
            for (Diagnostic each : diagnostics) {
                out.writeStartObject();
                out.writeStringField("severity", each.severity().name().toLowerCase(Locale.ROOT));
                out.writeStringField("path", each.path());
                out.writeStringField("parameter", each.parameter());
                out.writeStringField("key", each.key());
                out.writeStringField("message", each.sentence(parts.texts()));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}
