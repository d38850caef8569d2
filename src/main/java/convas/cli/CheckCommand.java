package convas.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import convas.analysis.lint.Finding;
import convas.analysis.lint.Lints;
import convas.graph.Diagnostic;
import convas.text.Texts;
import java.io.IOException;
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

    @Option(names = "--lint", descriptionKey = "lint")
    private boolean lint;

    CheckCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        CheckedDesign checked = argument.check(parts).toComputeOrNot();
        List<Finding> findings = lint ? findings(checked) : List.of();
        if (json) {
            print(checked, findings);
        } else if (checked.diagnostics().isEmpty()) {
            console.out().println(checked.name() + ": " + parts.texts().get("cli.check.fine"));
        } else {
            console.problems(console.out(), parts.texts(), checked.name(), checked.diagnostics());
        }
        if (!json) {
            Console.Shown<Finding> shown = Console.Shown.of(findings);
            shown.first().forEach(this::print);
            if (shown.more() > 0) {
                console.out().println(checked.name() + ": " + parts.texts().get("cli.lints.more", shown.more()));
            }
            console.out().flush();
        }
        return checked.hasErrors() ? ExitCode.ERRORS : ExitCode.FINE;
    }

    private static List<Finding> findings(CheckedDesign checked) {
        return checked.design().isEmpty() || checked.analysis().isEmpty()
                ? List.of()
                : new Lints().check(checked.design().get(), checked.analysis().get());
    }

    /** The advice, why it is given, and where it comes from. */
    private void print(Finding finding) {
        Texts texts = parts.texts();
        String severity = texts.get("cli.severity." + finding.diagnostic().severity());
        console.out().println(severity + ": " + finding.diagnostic().line(texts));
        console.out().println("    " + texts.get(finding.lint().key() + ".why"));
        console.out().println("    " + finding.lint().source());
    }

    private void print(CheckedDesign checked, List<Finding> findings) {
        List<Diagnostic> diagnostics = checked.diagnostics();
        Console.Shown<Diagnostic> shown = Console.Shown.of(diagnostics);
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        JsonOutput.print(console.out(), true, out -> {
            out.writeStartObject();
            out.writeStringField("file", checked.name());
            out.writeNumberField("errors", errors);
            out.writeNumberField("warnings", diagnostics.size() - errors);
            out.writeArrayFieldStart("diagnostics");
            for (Diagnostic each : shown.first()) {
                out.writeStartObject();
                fields(out, each);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeNumberField("more_diagnostics", shown.more());
            if (lint) {
                Console.Shown<Finding> advice = Console.Shown.of(findings);
                out.writeArrayFieldStart("lints");
                for (Finding each : advice.first()) {
                    out.writeStartObject();
                    fields(out, each.diagnostic());
                    out.writeStringField(
                            "explanation", parts.texts().get(each.lint().key() + ".why"));
                    out.writeStringField("source", each.lint().source());
                    out.writeBooleanField("mend", each.mend().isPresent());
                    out.writeEndObject();
                }
                out.writeEndArray();
                out.writeNumberField("more_lints", advice.more());
            }
            out.writeEndObject();
        });
    }

    private void fields(JsonGenerator out, Diagnostic each) throws IOException {
        out.writeStringField("severity", each.severity().name().toLowerCase(Locale.ROOT));
        out.writeStringField("path", each.path());
        out.writeStringField("parameter", each.parameter());
        out.writeStringField("key", each.key());
        out.writeStringField("message", each.sentence(parts.texts()));
    }
}
