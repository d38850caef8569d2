package convas.cli;

import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunOptions;
import convas.training.RunRequest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a design in a process of its own and shows how it goes. */
@Command(mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    /** How long Ctrl-C waits for the last batch, the validation and the run's folder. */
    private static final long PATIENCE_SECONDS = 60;

    private final Parts parts;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    private String file;

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "set")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--resume", paramLabel = "RUN")
    private Path resume;

    @Option(names = "--runs", paramLabel = "FOLDER", defaultValue = "runs")
    private Path runs;

    @Option(names = "--epochs", paramLabel = "N")
    private Integer epochs;

    @Option(names = "--seed", paramLabel = "N")
    private Long seed;

    @Option(names = "--threads", paramLabel = "N")
    private Integer threads;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    TrainCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        OptionalInt wantedEpochs = positive("--epochs", epochs);
        OptionalInt wantedThreads = positive("--threads", threads);
        RunOptions options = RunOptions.DEFAULT
                .withEpochs(wantedEpochs)
                .withSeed(seed == null ? OptionalLong.empty() : OptionalLong.of(seed))
                .withThreads(wantedThreads);
        if ((file == null) == (resume == null)) {
            throw new Misuse(spec, parts.texts().get("cli.train.what"));
        } else if (resume != null) {
            if (!set.isEmpty() || seed != null) {
                throw new Misuse(spec, parts.texts().get("cli.train.resumed-as-it-was"));
            }
            return train(RunRequest.resuming(resume, options));
        }
        CheckedDesign checked = new DesignArgument(spec, file, set).check(parts);
        console.problems(console.err(), parts.texts(), checked.name(), checked.diagnostics());
        if (checked.hasErrors() || checked.design().isEmpty()) {
            return ExitCode.ERRORS;
        }
        return train(new RunRequest(checked.design().get(), checked.source(), runs, options));
    }

    private int train(RunRequest request) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        // With --json the standard output is for programs.
        try (TrainingDisplay display =
                new TrainingDisplay(parts.texts(), json ? console.err() : console.out(), console.terminal())) {
            RunEvent last = follow(request, display, told);
            if (last instanceof RunEvent.Finished finished && json) {
                print(finished);
            }
            return last instanceof RunEvent.Finished ? ExitCode.FINE : ExitCode.ERRORS;
        } finally {
            told.countDown();
        }
    }

    private OptionalInt positive(String option, Integer value) {
        if (value == null) {
            return OptionalInt.empty();
        } else if (value < 1) {
            throw new Misuse(spec, parts.texts().get("cli.usage.positive", option, value));
        }
        return OptionalInt.of(value);
    }

    /**
     * The last event of the run, after everything about it has been shown. Where Ctrl-C ends this process meanwhile, it
     * stays until {@code told}.
     */
    private RunEvent follow(RunRequest request, TrainingDisplay display, CountDownLatch told)
            throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        RunHandle run = parts.training().get().start(request, event -> {
            display.show(event, console.err());
            if (event instanceof RunEvent.Finished || event instanceof RunEvent.Failed) {
                over.countDown();
            }
        });
        Thread onInterrupt = new Thread(
                () -> {
                    display.say("cli.train.stopping");
                    run.stop();
                    await(told);
                },
                "stop-training");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        over.await();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException goingDown) {
            // Ctrl-C is what ended the run; the process ends when the hook has seen it.
            return display.last().orElseThrow();
        }
        return display.last().orElseThrow();
    }

    private static void await(CountDownLatch told) {
        try {
            told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException cutShort) {
            Thread.currentThread().interrupt();
        }
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
            out.writeNumberField("images_per_second", finished.imagesPerSecond());
            out.writeEndObject();
        });
    }

    private static void number(com.fasterxml.jackson.core.JsonGenerator out, OptionalDouble value)
            throws java.io.IOException {
        if (value.isPresent()) {
            out.writeNumber(value.getAsDouble());
        } else {
            out.writeNull();
        }
    }
}
