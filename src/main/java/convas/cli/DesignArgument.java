package convas.cli;

import convas.analysis.Analysis;
import convas.analysis.Analyzer;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Value;
import convas.graph.Variable;
import convas.graph.json.DesignFormat;
import convas.graph.json.Reading;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The design that a command is about: a file or the name of a preset, and values for its variables. */
public final class DesignArgument {
    /** What the reader and the analysis both look for, said once: by the reader, which knows the place in the file. */
    private static final Set<String> SAID_BY_READER = Set.of(
            "analysis.node.duplicate",
            "analysis.node.inputName",
            "analysis.edge.noSource",
            "analysis.edge.noTarget",
            "analysis.edge.twice",
            "analysis.cycle",
            "analysis.output.absent",
            "analysis.shares.absent",
            "analysis.shares.cycle",
            "analysis.shares.type");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private String file;

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "set")
    private Map<String, String> set = new LinkedHashMap<>();

    /** To be filled in by the command line. */
    public DesignArgument() {}

    /** For a command that may also be about something else than a design. */
    public DesignArgument(CommandSpec spec, String file, Map<String, String> set) {
        this.spec = spec;
        this.file = file;
        this.set = set;
    }

    /** As the caller wrote it. */
    public String name() {
        return file;
    }

    /** Reads and analyses the design; throws {@link Misuse} where there is no such file or variable. */
    public CheckedDesign check(Parts parts) {
        Optional<Path> path = path(parts);
        Reading<Design> reading = read(parts, path);
        Optional<Design> design = reading.value().map(read -> withValues(read, parts));
        Optional<Analysis> analysis =
                design.map(read -> new Analyzer(parts.catalog().get()).analyze(read));
        Set<Diagnostic> diagnostics = new LinkedHashSet<>(reading.problems());
        analysis.ifPresent(known -> known.diagnostics().stream()
                .filter(each -> reading.isClean() || !SAID_BY_READER.contains(each.key()))
                .forEach(diagnostics::add));
        return new CheckedDesign(file, path, design, analysis, List.copyOf(diagnostics));
    }

    private Optional<Path> path(Parts parts) {
        try {
            Path path = Path.of(file);
            if (Files.exists(path)) {
                return Optional.of(path);
            }
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
        return parts.presets().file(file);
    }

    private Reading<Design> read(Parts parts, Optional<Path> path) {
        DesignFormat format = new DesignFormat();
        if (path.isPresent()) {
            return format.read(path.get());
        }
        return parts.presets()
                .read(file)
                .map(format::read)
                .orElseThrow(() -> new Misuse(spec, parts.texts().get("cli.file.missing", file)));
    }

    private Design withValues(Design design, Parts parts) {
        Map<String, Variable> variables = new LinkedHashMap<>(design.variables());
        set.forEach((name, text) -> {
            Variable variable = variables.get(name);
            if (variable == null) {
                String known = String.join(", ", variables.keySet());
                String key = variables.isEmpty() ? "cli.set.none" : "cli.set.unknown";
                throw new Misuse(spec, parts.texts().get(key, name, known));
            }
            Value value = variable.value() instanceof Value.Text ? new Value.Text(text) : value(text);
            boolean wasNumber = isNumber(variable.value());
            if (wasNumber != isNumber(value) || (!wasNumber && variable.value().getClass() != value.getClass())) {
                String was = variable.value().display();
                throw new Misuse(spec, parts.texts().get("cli.set.kind", name, was, text));
            }
            variables.put(name, variable.withValue(value));
        });
        return design.withVariables(variables);
    }

    private static boolean isNumber(Value value) {
        return value instanceof Value.Whole || value instanceof Value.Real;
    }

    private static Value value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Value.of(Boolean.parseBoolean(text));
        } else if (text.matches("[+-]?\\d{1,19}") && new BigInteger(text).bitLength() < Long.SIZE) {
            return Value.of(Long.parseLong(text));
        } else if (text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return Value.of(number);
            }
        }
        return new Value.Text(text);
    }
}
