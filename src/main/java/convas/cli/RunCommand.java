package convas.cli;

import convas.analysis.Program;
import convas.compiler.Compiler;
import convas.compiler.Forward;
import convas.engine.EngineFolderException;
import convas.engine.EngineStartup;
import convas.engine.Failures;
import convas.engine.RunFailure;
import convas.file.FileReason;
import convas.graph.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Computes a design's outputs for given tensors. */
@Command(mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private DesignArgument argument;

    @Option(names = "--weights", paramLabel = "WEIGHTS", required = true)
    private Path weights;

    @Option(names = "--input", paramLabel = "INPUT", required = true)
    private Path input;

    @Option(names = "--output", paramLabel = "OUTPUT", required = true)
    private Path output;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    RunCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        CheckedDesign checked = argument.check(parts).toCompute();
        console.problems(console.err(), parts.texts(), checked.name(), checked.diagnostics());
        if (checked.hasErrors() || checked.analysis().isEmpty()) {
            return ExitCode.ERRORS;
        }
        Program program = checked.analysis().get().program().orElseThrow();
        int code = Computing.of(this, checked, program);
        if (code != ExitCode.FINE) {
            return code;
        }
        if (json) {
            JsonOutput.print(console.out(), false, out -> {
                out.writeStartObject();
                out.writeStringField("output", output.toString());
                out.writeEndObject();
            });
        } else {
            console.out().println(parts.texts().get("cli.run.written", output));
        }
        return ExitCode.FINE;
    }

    /** Apart, so that what it catches is not loaded with the command at every start of the program. */
    private static final class Computing {
        static int of(RunCommand asked, CheckedDesign checked, Program program) {
            Parts parts = asked.parts;
            Console console = asked.console;
            try {
                EngineStartup.apply();
                List<Diagnostic> problems =
                        new Forward(new Compiler()).run(program, asked.weights, asked.input, asked.output);
                console.problems(console.err(), parts.texts(), checked.name(), problems);
                return problems.isEmpty() ? ExitCode.FINE : ExitCode.ERRORS;
            } catch (EngineFolderException refused) {
                console.err().println(refused.getMessage());
            } catch (IOException unwritable) {
                console.err()
                        .println(parts.texts()
                                .get("cli.run.unwritable", asked.output, FileReason.of(unwritable, parts.texts())));
            } catch (RuntimeException | OutOfMemoryError broken) {
                RunFailure told = new Failures(parts.texts(), "cli.run").explain(broken);
                console.problems(console.err(), parts.texts(), checked.name(), told.problems());
            }
            return ExitCode.ERRORS;
        }
    }
}
