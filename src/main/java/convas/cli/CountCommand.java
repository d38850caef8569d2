package convas.cli;

import convas.analysis.Analysis;
import convas.operator.Convention;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a design costs, node by node and in all. */
@Command(mixinStandardHelpOptions = true)
final class CountCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private DesignArgument argument;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(
            names = "--convention",
            paramLabel = "macs|flops|fvcore|thop|ptflops-pytorch|ptflops-aten|torchinfo",
            converter = ConventionConverter.class,
            descriptionKey = "convention")
    private Convention convention;

    @Option(names = "--details", descriptionKey = "details")
    private boolean details;

    CountCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        CheckedDesign checked = argument.check(parts);
        console.problems(console.err(), parts.texts(), checked.name(), checked.diagnostics());
        if (checked.hasErrors() || checked.analysis().isEmpty()) {
            return ExitCode.ERRORS;
        }
        Analysis analysis = checked.analysis().get();
        if (json) {
            CountJson body = new CountJson(analysis.program().orElseThrow(), Optional.ofNullable(convention), details);
            JsonOutput.print(console.out(), true, body::write);
        } else if (details) {
            new DetailTable(parts.texts()).print(analysis, console.out());
        } else {
            new CostTable(parts.texts(), Optional.ofNullable(convention)).print(analysis, console.out());
        }
        return ExitCode.FINE;
    }
}
