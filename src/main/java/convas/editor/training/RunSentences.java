package convas.editor.training;

import convas.editor.Figures;
import convas.text.Texts;
import convas.training.RunEvent;
import convas.training.recipe.Recipe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the panel says about a run. */
public final class RunSentences {
    private final Texts texts;

    public RunSentences(Texts texts) {
        this.texts = texts;
    }

    /** {@code digits · AdamW 0.001 · batch 64 · seed 1}. */
    public String recipe(Recipe recipe) {
        return texts.get(
                "editorpanels.training.recipe",
                recipe.dataset().type(),
                recipe.optimizer().type(),
                plain(recipe.optimizer().learningRate()),
                recipe.batchSize(),
                recipe.seed());
    }

    /** {@code epoch 7 of 10}, or what is happening before the first and after the last. */
    public String headline(RunModel run) {
        return switch (run.phase()) {
            case IDLE -> "";
            case STARTING -> starting(run);
            case RUNNING ->
                texts.get(
                        run.stopsAfterEpoch() ? "editorruns.control.lastEpoch" : "editorpanels.training.epoch",
                        Math.max(1, run.currentEpoch()),
                        run.epochs());
            case PAUSED -> texts.get("editorruns.control.paused", Math.max(1, run.currentEpoch()), run.epochs());
            case STOPPING -> texts.get("editorpanels.training.stopping");
            case FINISHED -> finished(run);
            case FAILED -> texts.get("editorpanels.training.failed");
        };
    }

    private String starting(RunModel run) {
        return run.data()
                .map(read ->
                        texts.get("editortraining.reading", Figures.exact(read.files()), Figures.exact(read.all())))
                .orElseGet(() -> texts.get("editorpanels.training.starting", run.design()));
    }

    private String finished(RunModel run) {
        RunEvent.Finished end = run.finished().orElseThrow();
        String key = end.stopped() ? "editorpanels.training.stopped" : "editorpanels.training.finished";
        return texts.get(key, end.epochs(), Figures.seconds(end.seconds()));
    }

    /** {@code validation 97.8 %}; empty before the first validation. */
    public String accuracy(RunModel run) {
        return run.accuracy().isEmpty()
                ? ""
                : texts.get(
                        "editorpanels.training.validation",
                        Figures.percent(run.accuracy().getAsDouble()));
    }

    /**
     * {@code top 5: 99.7 %}, or how far numbers are off, where the newest validation tells; below it why a run ended
     * before its last epoch without being stopped.
     */
    public String more(RunModel run) {
        Map<String, Double> measures =
                run.epoch().map(RunEvent.EpochEnd::measures).orElse(Map.of());
        List<String> figures = new ArrayList<>();
        figure(measures, "validation_top5_accuracy")
                .ifPresent(top -> figures.add(texts.get("editortraining.top5", Figures.percent(top))));
        figure(measures, "validation_mean_absolute_error")
                .ifPresent(error -> figures.add(texts.get("editortraining.absolute", small(error))));
        figure(measures, "validation_root_mean_square_error")
                .ifPresent(error -> figures.add(texts.get("editortraining.square", small(error))));
        List<String> lines = new ArrayList<>();
        if (!figures.isEmpty()) {
            lines.add(String.join(" \u00b7 ", figures));
        }
        run.tested()
                .ifPresent(shown -> lines.add(texts.get(
                        "editortraining.tested", Figures.percent(shown.accuracy()), Figures.exact(shown.images()))));
        run.finished()
                .filter(end -> !end.stopped() && end.epochs() < run.epochs())
                .ifPresent(end -> lines.add(texts.get("editortraining.early", end.epochs(), run.epochs())));
        return String.join("\n", lines);
    }

    private static Optional<Double> figure(Map<String, Double> measures, String name) {
        return Optional.ofNullable(measures.get(name));
    }

    private static String small(double error) {
        return String.format(Locale.ROOT, "%.4g", error);
    }

    /** {@code 2,310 images/s · 12 s left}; after the end without the rest. */
    public String speed(RunModel run) {
        if (run.finished().isPresent()) {
            RunEvent.Finished end = run.finished().get();
            String speed = texts.get("editorpanels.training.speed", Figures.exact(Math.round(end.imagesPerSecond())));
            return end.trainAccuracy().isEmpty()
                    ? speed
                    : speed + " \u00b7 "
                            + texts.get(
                                    "editorpanels.training.trainAccuracy",
                                    Figures.percent(end.trainAccuracy().getAsDouble()));
        }
        return run.progress()
                .filter(step -> run.phase().isActive())
                .map(step -> texts.get(
                        "editorpanels.training.speedLeft",
                        Figures.exact(Math.round(step.imagesPerSecond())),
                        Figures.seconds(Math.max(0, step.secondsLeft()))))
                .orElse("");
    }

    /** What the run says about itself, for instance that images are resized. */
    public String notes(RunModel run) {
        List<String> sentences = new ArrayList<>();
        run.started().ifPresent(start -> {
            sentences.add(texts.get(
                    "editorpanels.training.images",
                    Figures.exact(start.trainImages()),
                    Figures.exact(start.validationImages())));
            sentences.addAll(start.notes());
        });
        return String.join("\n", sentences);
    }

    /** What people call it: {@code CPU}. */
    public static String device(String engineName) {
        return engineName.toUpperCase(Locale.ROOT);
    }

    /** Everything that went wrong, and what is left. */
    public String problems(RunModel run) {
        List<String> sentences = new ArrayList<>(run.problems());
        if (run.phase() == RunModel.Phase.FAILED && run.folder().isPresent()) {
            sentences.add(texts.get("editorpanels.training.kept"));
        }
        return String.join("\n", sentences);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
