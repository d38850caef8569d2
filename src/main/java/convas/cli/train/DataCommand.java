package convas.cli.train;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.cli.Console;
import convas.cli.ExitCode;
import convas.cli.JsonOutput;
import convas.cli.Misuse;
import convas.cli.Parts;
import convas.cli.TextTable;
import convas.dataset.DatasetKind;
import convas.dataset.DatasetOption;
import convas.dataset.Datasets;
import convas.dataset.ReadingProgress;
import convas.dataset.builtin.BuiltinDatasets;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.text.Texts;
import convas.training.data.DataLines;
import convas.training.data.DataLook;
import convas.training.data.DataPaths;
import convas.training.data.DataReport;
import convas.training.recipe.DataRecipe;
import convas.training.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what data are, every file read, before anything works with them. */
@Command(mixinStandardHelpOptions = true)
public final class DataCommand implements Callable<Integer> {
    private static final int MOST_ROWS = 100;
    private static final long BETWEEN_NANOS = 250_000_000;

    private final Parts parts;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", descriptionKey = "dataSource")
    private String source;

    @Option(names = "--type", paramLabel = "KIND", descriptionKey = "dataType")
    private String type;

    @Option(names = "--option", paramLabel = "NAME=VALUE", descriptionKey = "dataOption")
    private Map<String, String> options = new LinkedHashMap<>();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    public DataCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Texts texts = parts.texts();
        // Not sooner: every command is made at the start of the program, and most have nothing to do with data.
        Datasets datasets = BuiltinDatasets.create();
        Map<String, String> fields = new LinkedHashMap<>();
        options.forEach((name, value) -> fields.put("dataset." + name, value));
        Design design = RecipeOptions.with(DataPaths.with(Design.empty(source), recipe(datasets)), fields);
        Optional<DataRecipe> asked = DataRecipe.of(design.training());
        if (asked.isEmpty()) {
            console.problems(
                    console.err(), texts, source, Recipe.read(design.training()).problems());
            return ExitCode.ERRORS;
        }
        DataLook look = DataLook.at(asked.get(), datasets, progress());
        console.showInPlace("");
        if (json) {
            print(look);
        } else {
            look.report().ifPresent(this::print);
            console.problems(console.err(), texts, source, look.problems());
        }
        return look.problems().isEmpty() ? ExitCode.FINE : ExitCode.ERRORS;
    }

    /** The kind at the path, or the kind itself. */
    private DataRecipe recipe(Datasets datasets) {
        Optional<DatasetKind> named = datasets.find(type == null ? source : type);
        Optional<Path> path = existing();
        if (type != null && named.isEmpty()) {
            throw new Misuse(spec, parts.texts().get("dataset.unknown", type, String.join(", ", datasets.names())));
        } else if (path.isEmpty() && named.isEmpty()) {
            throw new Misuse(spec, parts.texts().get("dataset.path.missing", source));
        } else if (named.isPresent() && !named.get().isFromFiles()) {
            return DataRecipe.named(named.get().name());
        } else if (path.isEmpty()) {
            throw new Misuse(
                    spec,
                    type == null
                            ? parts.texts().get("datasurvey.needs-path", source)
                            : parts.texts().get("dataset.path.missing", source));
        }
        Path absolute = path.get().toAbsolutePath().normalize();
        DatasetKind kind = (type == null ? datasets.recognise(absolute) : named).orElse(null);
        if (kind == null && Files.isDirectory(absolute)) {
            // A folder that is none of the others; what it lacks is told when it is opened as one of images.
            kind = datasets.find("image-folder").orElseThrow();
        } else if (kind == null) {
            throw new Misuse(spec, parts.texts().get("datasurvey.kind", absolute, String.join(", ", datasets.names())));
        }
        return DataRecipe.named(kind.name())
                .withOptions(Map.of(DatasetOption.PATH, convas.graph.Value.of(absolute.toString())));
    }

    private Optional<Path> existing() {
        try {
            return Optional.of(Path.of(source)).filter(Files::exists);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private ReadingProgress progress() {
        AtomicLong next = new AtomicLong(System.nanoTime() + BETWEEN_NANOS);
        return (files, all) -> {
            long due = next.get();
            long now = System.nanoTime();
            if (now - due >= 0 && next.compareAndSet(due, now + BETWEEN_NANOS)) {
                console.showInPlace(parts.texts().get("datasurvey.reading", files, all));
            }
        };
    }

    private void print(DataReport report) {
        Texts texts = parts.texts();
        for (DataLines.Line line : DataLines.all(report, texts)) {
            String mark = line.warning() ? texts.get("cli.severity." + Diagnostic.Severity.WARNING) + ": " : "";
            console.out().println(mark + line.text());
        }
        if (!report.classes().isEmpty()) {
            console.out().println();
            TextTable table = new TextTable(
                    List.of(
                            texts.get("datasurvey.class"),
                            texts.get("datasurvey.training"),
                            texts.get("datasurvey.validation"),
                            texts.get("datasurvey.test")),
                    1);
            report.classes().stream()
                    .limit(MOST_ROWS)
                    .forEach(each -> table.add(List.of(
                            each.name(),
                            String.valueOf(each.training()),
                            String.valueOf(each.validation()),
                            String.valueOf(each.test()))));
            table.print(console.out());
        }
        int left = report.classCount() - Math.min(MOST_ROWS, report.classes().size());
        if (left > 0 && !report.classes().isEmpty()) {
            console.out().println(texts.get("datasurvey.more-classes", left));
        }
        console.out().flush();
    }

    /** The report as a run keeps it, with each finding's sentence, and what would keep a run from starting. */
    private void print(DataLook look) {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        ObjectNode written = mapper.createObjectNode();
        look.report().ifPresent(report -> {
            written.setAll((ObjectNode) mapper.valueToTree(report));
            for (int index = 0; index < report.findings().size(); index++) {
                String sentence = DataLines.sentence(report.findings().get(index), parts.texts());
                ((ObjectNode) written.withArray("findings").get(index)).put("text", sentence);
            }
        });
        Console.Shown<Diagnostic> shown = Console.Shown.of(look.problems());
        shown.first()
                .forEach(problem ->
                        written.withArray("problems").addObject().put("text", problem.sentence(parts.texts())));
        if (look.problems().isEmpty()) {
            written.putArray("problems");
        }
        written.put("more_problems", shown.more());
        JsonOutput.print(console.out(), true, out -> write(mapper, written, out));
    }

    private static void write(JsonMapper mapper, ObjectNode written, JsonGenerator out) throws IOException {
        out.setCodec(mapper);
        out.writeTree(written);
    }
}
