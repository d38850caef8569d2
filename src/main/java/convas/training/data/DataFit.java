package convas.training.data;

import convas.analysis.Analysis;
import convas.analysis.Program;
import convas.dataset.DataProblem;
import convas.dataset.Dataset;
import convas.dataset.Reinterpretation;
import convas.dataset.SampleShape;
import convas.dataset.Targets;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Edge;
import convas.graph.Edits;
import convas.graph.Graph;
import convas.graph.Node;
import convas.graph.Value;
import convas.operator.TensorShape;
import convas.training.recipe.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Whether a network takes the samples of a dataset and answers what is asked of them, and the edits that make it so. */
public final class DataFit {
    /** What tells how many numbers such a node gives. */
    private static final Map<String, String> WIDTHS = Map.of("Linear", "out_features", "Conv2d", "out_channels");

    private final Design design;
    private final Program program;
    private final Dataset dataset;
    private final List<Misfit> misfits = new ArrayList<>();

    private DataFit(Design design, Program program, Dataset dataset) {
        this.design = design;
        this.program = program;
        this.dataset = dataset;
    }

    /**
     * Something that does not fit.
     *
     * @param diagnostic an error, or a hint where training works all the same
     * @param mend the edit that makes it fit, and its place and value for people; absent where no single edit does
     */
    public record Misfit(Diagnostic diagnostic, Optional<Mend> mend) {}

    /**
     * An edit.
     *
     * @param hint where and what is written, for who edits the file
     */
    public record Mend(Diagnostic hint, UnaryOperator<Design> edit) {}

    /** Everything that does not fit; nothing where the design cannot be built, or has several inputs or outputs. */
    public static List<Misfit> of(Design design, Analysis analysis, Dataset dataset) {
        if (analysis.program().isEmpty()) {
            return List.of();
        }
        DataFit fit = new DataFit(design, analysis.program().get(), dataset);
        if (fit.program.inputs().size() == 1) {
            fit.compareInput();
        }
        if (fit.program.outputs().size() == 1) {
            fit.compareOutput();
        }
        return List.copyOf(fit.misfits);
    }

    /**
     * Whether another reading of the data was offered: what looks wrong in them is looked for before the network is made
     * to fit what they seem to be.
     *
     * @param changes whether a reading changes what does not fit
     * @param fits whether it fits then
     */
    private boolean reread(Predicate<Reinterpretation> changes, Predicate<Reinterpretation> fits) {
        List<Reinterpretation> readings =
                dataset.reinterpretations().stream().filter(changes).toList();
        Optional<Reinterpretation> best = readings.stream()
                .filter(fits)
                .findFirst()
                .or(() -> readings.stream().findFirst());
        best.ifPresent(reading -> {
            DataProblem why = reading.why();
            String place = "training.dataset." + reading.option();
            String key = fits.test(reading) ? "dataset.reread.fits" : "dataset.reread";
            Diagnostic told = Diagnostic.warning("", place, key, reading.option(), reading.value());
            misfits.add(new Misfit(
                    new Diagnostic(Diagnostic.Severity.ERROR, "", place, why.key(), why.arguments()),
                    Optional.of(new Mend(
                            new Diagnostic(Diagnostic.Severity.HINT, "", place, told.key(), told.arguments()),
                            before -> DataEdits.option(before, reading.option(), Value.of(reading.value()))))));
        });
        return best.isPresent();
    }

    private void compareInput() {
        var step = program.steps().get(program.inputs().get(0));
        TensorShape input = step.outputShapes().get(0);
        SampleShape sample = dataset.shape();
        String path = step.path();
        boolean isOtherChannels = sample.isImage() && input.rank() == 3 && input.channels() != sample.channels();
        if (isOtherChannels
                && reread(
                        reading -> reading.shape().channels() != sample.channels(),
                        reading -> reading.shape().channels() == input.channels())) {
            return;
        }
        if (!sample.isImage()) {
            if (input.rank() != 1 || input.size(0) != sample.elements()) {
                misfit(path, "dataset.not-numbers", sample.display(), input.display(), sample.sizes());
            }
        } else if (input.rank() != 3) {
            misfit(path, "dataset.not-image", sample.display(), input.display(), sample.sizes());
        } else if (isOtherChannels) {
            List<Integer> sizes = List.of(sample.channels(), (int) input.height(), (int) input.width());
            misfit(path, "dataset.channels", sample.channels(), input.channels(), sizes);
        } else if (input.height() != sample.height() || input.width() != sample.width()) {
            Diagnostic told = Diagnostic.warning(
                    path,
                    "shape",
                    "dataset.resized",
                    dataset.title(),
                    sample.height() + " × " + sample.width(),
                    input.height() + " × " + input.width());
            misfits.add(new Misfit(
                    new Diagnostic(Diagnostic.Severity.HINT, path, "shape", told.key(), told.arguments()),
                    mend(path, "shape", sizes(sample.sizes()))));
        }
    }

    private void misfit(String path, String key, Object expected, Object found, List<Integer> sizes) {
        Diagnostic told = Diagnostic.error(path, "shape", key, dataset.title(), expected, found);
        misfits.add(new Misfit(told, mend(path, "shape", sizes(sizes))));
    }

    private static Value sizes(List<Integer> sizes) {
        return new Value.Sequence(
                sizes.stream().map(size -> Value.of(size.longValue())).toList());
    }

    private void compareOutput() {
        var step = program.steps().get(program.outputs().get(0));
        TensorShape output = step.inputShapes().get(0);
        boolean classes = dataset.targets() instanceof Targets.Classes;
        int wanted = dataset.targets().size();
        if (output.rank() != 1) {
            String key = classes ? "dataset.not-scores" : "dataset.not-answers";
            misfits.add(new Misfit(
                    Diagnostic.error(step.path(), "", key, dataset.title(), wanted, output.display()),
                    Optional.empty()));
        } else if (output.size(0) != wanted
                && !reread(reading -> reading.outputs() != wanted, reading -> reading.outputs() == output.size(0))) {
            String key = classes ? "dataset.classes" : "dataset.answers";
            Optional<Node> giver = isWidthWorthOffering() ? giver(step.path(), output.size(0)) : Optional.empty();
            misfits.add(new Misfit(
                    Diagnostic.error(step.path(), "", key, dataset.title(), wanted, output.size(0)),
                    giver.flatMap(node -> mend(node.id(), WIDTHS.get(node.type()), Value.of((long) wanted)))));
        }
    }

    /**
     * Whether a network of the width that the data ask for would learn what is meant. A single score tells nothing apart, a
     * class without samples is rather a fault of the data, and a network of several scores is rather a classifier than one
     * that was to give numbers, unless its recipe says so.
     */
    private boolean isWidthWorthOffering() {
        if (dataset.targets() instanceof Targets.Classes classes) {
            return classes.size() > 1 && DataReports.haveSamples(dataset, classes.size());
        }
        boolean isForNumbers = Stream.of(Loss.MSE, Loss.L1)
                .anyMatch(loss -> Value.of(loss.key()).equals(design.training().get("loss")));
        return isForNumbers && dataset.targets().size() > 1;
    }

    /** The node of the design itself that the output's width comes from, where only nodes that keep it stand between. */
    private Optional<Node> giver(String output, long width) {
        Graph graph = design.graph();
        String at = output;
        // A design may have a cycle while it is edited; nobody goes back further than there are nodes.
        for (int left = graph.nodes().size(); left > 0; left--) {
            List<Edge> incoming = graph.incoming(at);
            if (incoming.size() != 1) {
                return Optional.empty();
            }
            at = incoming.get(0).from().node();
            Optional<Node> node = graph.node(at);
            String type = node.map(Node::type).orElse("");
            if (WIDTHS.containsKey(type)) {
                return node.filter(found -> found.params().get(WIDTHS.get(type)) instanceof Value.Whole written
                        && written.value() == width);
            }
        }
        return Optional.empty();
    }

    /** Only of nodes of the design itself: a module's inside may stand in other places too. */
    private Optional<Mend> mend(String node, String parameter, Value value) {
        if (design.graph().node(node).isEmpty()) {
            return Optional.empty();
        }
        Diagnostic told = Diagnostic.warning(node, parameter, "dataset.mend", value.display());
        return Optional.of(new Mend(
                new Diagnostic(Diagnostic.Severity.HINT, node, parameter, told.key(), told.arguments()),
                before -> before.withSheet(
                        Edits.setParam(node, parameter, Optional.of(value)).apply(before.sheet()))));
    }
}
