package convas.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import convas.analysis.Analysis;
import convas.analysis.Program;
import convas.analysis.Step;
import convas.operator.Cost;
import convas.operator.TensorShape;
import java.io.IOException;
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
            print(analysis.program().orElseThrow());
        } else {
            new CostTable(parts.texts()).print(analysis, console.out());
        }
        return ExitCode.FINE;
    }

    /** The rows are the primitives, so that they add up to the totals. */
    private void print(Program program) {
        Cost total = program.steps().stream().map(Step::cost).reduce(Cost.ZERO, Cost::plus);
        JsonOutput.print(console.out(), true, out -> {
            out.writeStartObject();
            out.writeStringField("name", program.name());
            out.writeNumberField("params", total.params());
            out.writeNumberField("macs", total.macs());
            out.writeNumberField("flops", total.flops());
            out.writeNumberField("buffers", total.buffers());
            out.writeNumberField("activation_bytes", total.activationBytes());
            out.writeArrayFieldStart("nodes");
            for (Step step : program.steps()) {
                row(out, step);
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void row(JsonGenerator out, Step step) throws IOException {
        out.writeStartObject();
        out.writeStringField("path", step.path());
        out.writeStringField("type", step.type());
        out.writeNumberField("params", step.cost().params());
        out.writeNumberField("macs", step.cost().macs());
        out.writeNumberField("flops", step.cost().flops());
        out.writeFieldName("output");
        if (step.outputShapes().size() == 1) {
            shape(out, step.outputShapes().get(0));
        } else {
            out.writeStartArray();
            for (TensorShape shape : step.outputShapes()) {
                shape(out, shape);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private static void shape(JsonGenerator out, TensorShape shape) throws IOException {
        out.writeStartArray();
        for (long size : shape.sizes()) {
            out.writeNumber(size);
        }
        out.writeEndArray();
    }
}
