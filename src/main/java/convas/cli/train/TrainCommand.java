package convas.cli.train;

import convas.cli.CheckedDesign;
import convas.cli.Console;
import convas.cli.DesignArgument;
import convas.cli.ExitCode;
import convas.cli.JsonOutput;
import convas.cli.Misuse;
import convas.cli.Parts;
import convas.cli.search.SearchOptions;
import convas.cli.search.SearchRun;
import convas.dataset.builtin.BuiltinDatasets;
import convas.graph.Design;
import convas.graph.json.Reading;
import convas.training.RunEvent;
import convas.training.RunOptions;
import convas.training.RunRequest;
import convas.training.archive.RunArchive;
import convas.training.data.DataPaths;
import convas.training.search.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains designs one after the other, each in a process of its own, and shows how it goes. */
@Command(mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "files")
    private List<String> files = new ArrayList<>();

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "set")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--recipe", paramLabel = "FIELD=VALUE", descriptionKey = "recipe")
    private Map<String, String> recipe = new LinkedHashMap<>();

    @Option(names = "--resume", paramLabel = "RUN")
    private String resume;

    @Option(names = "--runs", paramLabel = "FOLDER", defaultValue = "runs")
    private Path runs;

    @Option(names = "--data", paramLabel = "PATH")
    private Path data;

    @Option(names = "--epochs", paramLabel = "N")
    private Integer epochs;

    @Option(names = "--seed", paramLabel = "N[,N]")
    private String seed;

    @Option(names = "--threads", paramLabel = "N")
    private Integer threads;

    @Option(names = "--device", paramLabel = "NAME", defaultValue = RunOptions.ANY_DEVICE)
    private String device;

    @Option(names = "--tensorboard")
    private boolean tensorBoard;

    @Mixin
    private SearchOptions search;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    public TrainCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        RunOptions options = RunOptions.DEFAULT
                .withEpochs(positive("--epochs", epochs))
                .withThreads(positive("--threads", threads))
                .withDevice(device)
                .withTensorBoard(tensorBoard);
        Optional<Search> wanted = search.wanted(spec, parts.texts());
        if (wanted.isPresent() && files.size() != 1) {
            throw new Misuse(spec, parts.texts().get("clisearch.one-file"));
        } else if (files.isEmpty() == (resume == null)) {
            throw new Misuse(spec, parts.texts().get("cli.train.what"));
        } else if (resume != null) {
            boolean elsewhere = spec.commandLine().getParseResult().hasMatchedOption("--runs");
            if (!set.isEmpty() || !recipe.isEmpty() || seed != null || data != null || elsewhere) {
                throw new Misuse(spec, parts.texts().get("cli.train.resumed-as-it-was"));
            }
            return train(List.of(new RunRequest.Resume(toResume(), options)), true);
        }
        if (wanted.isPresent()) {
            return search(wanted.get(), options);
        }
        List<RunRequest> requests = new ArrayList<>();
        boolean clean = true;
        List<OptionalLong> seeds = seeds();
        for (String file : files) {
            CheckedDesign checked = checked(file);
            if (checked.hasErrors() || checked.design().isEmpty()) {
                clean = false;
                continue;
            }
            Optional<Design> design = toTrain(checked.design().get());
            if (design.isEmpty()) {
                return ExitCode.ERRORS;
            }
            for (OptionalLong each : seeds) {
                requests.add(new RunRequest.New(design.get(), checked.source(), runs, options.withSeed(each)));
            }
        }
        return train(requests, clean);
    }

    /** What is gone on with, see {@link NamedRun}; a path to nothing is handed on to who would go on with it and says so. */
    private Path toResume() {
        try {
            Path path = Path.of(resume);
            if (path.getNameCount() > 1 && !Files.exists(path)) {
                return path;
            }
            return new NamedRun(spec, parts.texts(), runs, new RunArchive(runs).read())
                    .find(resume)
                    .folder();
        } catch (InvalidPathException | IOException noPath) {
            throw new Misuse(spec, parts.texts().get("clitrain.runs.none", resume, runs));
        }
    }

    private int search(Search wanted, RunOptions options) throws InterruptedException {
        List<OptionalLong> seeds = seeds();
        if (seeds.size() > 1) {
            throw new Misuse(spec, parts.texts().get("clisearch.one-seed"));
        }
        CheckedDesign checked = checked(files.get(0));
        Optional<Design> design =
                checked.hasErrors() ? Optional.empty() : checked.design().flatMap(this::toTrain);
        if (design.isEmpty()) {
            return ExitCode.ERRORS;
        }
        RunRequest.Find request =
                new RunRequest.Find(design.get(), checked.source(), options.withSeed(seeds.get(0)), wanted);
        return new SearchRun(parts, console, json).follow(request);
    }

    private CheckedDesign checked(String file) {
        CheckedDesign checked = new DesignArgument(spec, file, set).check(parts);
        console.problems(console.err(), parts.texts(), checked.name(), checked.diagnostics());
        return checked;
    }

    private Optional<Design> toTrain(Design design) {
        return withData(RecipeOptions.with(design, recipe));
    }

    /** With what is at --data; empty, and the reason told, where it cannot be. */
    private Optional<Design> withData(Design design) {
        if (data == null) {
            return Optional.of(design);
        }
        Reading<Design> reading = DataPaths.at(design, data, BuiltinDatasets.create());
        console.problems(console.err(), parts.texts(), "--data", reading.problems());
        return reading.value();
    }

    /** @param clean whether all is well up to now */
    private int train(List<RunRequest> requests, boolean clean) throws InterruptedException {
        boolean fine = clean;
        // With --json the standard output is for programs.
        try (Training training = new Training(parts, console, json ? console.err() : console.out())) {
            for (int index = 0; index < requests.size() && !training.isInterrupted(); index++) {
                if (requests.size() > 1) {
                    training.announce(index + 1, requests.size(), requests.get(index));
                }
                RunEvent last = training.follow(requests.get(index));
                if (last instanceof RunEvent.Finished finished && json) {
                    print(finished);
                }
                fine &= last instanceof RunEvent.Finished;
            }
        }
        return fine ? ExitCode.FINE : ExitCode.ERRORS;
    }

    private OptionalInt positive(String option, Integer value) {
        if (value == null) {
            return OptionalInt.empty();
        } else if (value < 1) {
            throw new Misuse(spec, parts.texts().get("cli.usage.positive", option, value));
        }
        return OptionalInt.of(value);
    }

    /** One run for each; the recipe's own seed where none is given. */
    private List<OptionalLong> seeds() {
        if (seed == null) {
            return List.of(OptionalLong.empty());
        }
        List<OptionalLong> seeds = new ArrayList<>();
        for (String each : seed.split(",", -1)) {
            try {
                OptionalLong number = OptionalLong.of(Long.parseLong(each.strip()));
                if (seeds.contains(number)) {
                    throw new Misuse(spec, parts.texts().get("clitrain.seed-twice", number.getAsLong()));
                }
                seeds.add(number);
            } catch (NumberFormatException noNumber) {
                throw new Misuse(spec, parts.texts().get("cli.usage.value", "--seed", "N[,N]"));
            }
        }
        return seeds;
    }

    private void print(RunEvent.Finished finished) {
        JsonOutput.print(console.out(), false, out -> {
            out.writeStartObject();
            out.writeStringField("run", finished.run().toString());
            out.writeNumberField("epochs", finished.epochs());
            out.writeFieldName("train_accuracy");
            number(out, finished.trainAccuracy());
            out.writeFieldName("validation_accuracy");
            number(out, finished.validationAccuracy());
            out.writeNumberField("seconds", finished.seconds());
            out.writeFieldName("images_per_second");
            number(out, finished.speed());
            out.writeEndObject();
        });
    }

    static void number(com.fasterxml.jackson.core.JsonGenerator out, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            out.writeNumber(value.getAsDouble());
        } else {
            out.writeNull();
        }
    }
}
