package convas.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import convas.analysis.Program;
import convas.analysis.Step;
import convas.analysis.TensorRef;
import convas.analysis.figures.Counting;
import convas.analysis.figures.NodeFigures;
import convas.analysis.figures.PeakMemory;
import convas.operator.Convention;
import convas.operator.Cost;
import convas.operator.Pair;
import convas.operator.TensorShape;
import convas.operator.Weight;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a program costs, for other programs. The rows are the primitives, so that they add up to the totals. */
final class CountJson {
    private final Program program;
    private final Optional<Convention> convention;
    private final Optional<Map<String, NodeFigures>> details;

    /**
     * @param convention another tool's way to count, which adds the field {@code count}
     * @param details whether to tell receptive fields, traffic, shares and the peak of memory as well
     */
    CountJson(Program program, Optional<Convention> convention, boolean details) {
        this.program = program;
        this.convention = convention;
        this.details = details ? Optional.of(NodeFigures.byPath(program)) : Optional.empty();
    }

    void write(JsonGenerator out) throws IOException {
        Cost total = program.steps().stream().map(Step::cost).reduce(Cost.ZERO, Cost::plus);
        out.writeStartObject();
        out.writeStringField("name", program.name());
        out.writeNumberField("params", total.params());
        out.writeNumberField("macs", total.macs());
        out.writeNumberField("flops", total.flops());
        out.writeNumberField("buffers", total.buffers());
        out.writeNumberField("activation_bytes", total.activationBytes());
        if (convention.isPresent()) {
            out.writeStringField("convention", convention.get().key());
            out.writeStringField("tool", convention.get().tool());
            out.writeNumberField("count", new Counting(convention.get()).total(program));
        }
        if (details.isPresent()) {
            peak(out, PeakMemory.of(program));
        }
        out.writeArrayFieldStart("nodes");
        for (Step step : program.steps()) {
            row(out, step);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void peak(JsonGenerator out, PeakMemory peak) throws IOException {
        out.writeObjectFieldStart("peak_memory");
        out.writeNumberField("bytes", peak.bytes());
        out.writeStringField("path", peak.path());
        out.writeArrayFieldStart("held");
        for (PeakMemory.Held held : peak.held()) {
            out.writeStartObject();
            out.writeStringField("path", held.path());
            out.writeNumberField("bytes", held.bytes());
            out.writeStringField("last_reader", held.lastReader());
            out.writeBooleanField("waiting", held.waiting());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void row(JsonGenerator out, Step step) throws IOException {
        out.writeStartObject();
        out.writeStringField("path", step.path());
        out.writeStringField("type", step.type());
        out.writeNumberField("params", step.cost().params());
        out.writeNumberField("macs", step.cost().macs());
        out.writeNumberField("flops", step.cost().flops());
        if (convention.isPresent()) {
            out.writeNumberField("count", new Counting(convention.get()).of(step));
        }
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
        if (details.isPresent()) {
            details(out, step, details.get().get(step.path()));
        }
        out.writeEndObject();
    }

    private void details(JsonGenerator out, Step step, NodeFigures figures) throws IOException {
        wiring(out, step);
        out.writeFieldName("receptive_field");
        if (figures.field().whole()) {
            out.writeString("whole");
        } else {
            Pair size = figures.field().size();
            shape(out, TensorShape.of(size.height(), size.width()));
        }
        out.writeNumberField("activation_bytes", step.cost().activationBytes());
        out.writeNumberField("bytes_moved", figures.bytesMoved());
        out.writeNumberField("macs_per_byte", figures.intensity());
        out.writeNumberField("param_share", figures.paramShare());
        out.writeNumberField("mac_share", figures.macShare());
    }

    /** What it takes to build the same network elsewhere: which weights are shared is told by their names. */
    private void wiring(JsonGenerator out, Step step) throws IOException {
        out.writeArrayFieldStart("inputs");
        for (TensorRef input : step.inputs()) {
            Step source = program.steps().get(input.step());
            out.writeString(source.outputShapes().size() == 1 ? source.path() : source.path() + ":" + input.port());
        }
        out.writeEndArray();
        out.writeObjectFieldStart("arguments");
        for (Map.Entry<String, Object> argument : step.arguments().values().entrySet()) {
            Object value = argument.getValue();
            out.writeFieldName(argument.getKey());
            if (value instanceof Pair pair) {
                shape(out, TensorShape.of(pair.height(), pair.width()));
            } else if (value instanceof List<?> list) {
                out.writeStartArray();
                for (Object item : list) {
                    out.writePOJO(item);
                }
                out.writeEndArray();
            } else {
                out.writePOJO(value);
            }
        }
        out.writeEndObject();
        out.writeArrayFieldStart("weights");
        for (Weight weight : step.weights()) {
            out.writeString(step.weightName(weight));
        }
        out.writeEndArray();
    }

    private static void shape(JsonGenerator out, TensorShape shape) throws IOException {
        out.writeStartArray();
        for (long size : shape.sizes()) {
            out.writeNumber(size);
        }
        out.writeEndArray();
    }
}
