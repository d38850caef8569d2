package convas.training.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.graph.json.FiniteJson;
import convas.training.RunEvent;
import convas.training.search.Search;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Events as JSON objects, for the worker's protocol and, those of an epoch, for {@code metrics.jsonl}. The field
 * {@code event} tells which; what is absent is left out.
 */
public final class EventJson {
    private EventJson() {}

    public static ObjectNode write(RunEvent event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (event instanceof RunEvent.Started started) {
            json.put("event", "started").put("run", started.run().toString());
            json.put("epochs", started.epochs()).put("batches_per_epoch", started.batchesPerEpoch());
            json.put("train_images", started.trainImages()).put("validation_images", started.validationImages());
            json.put("device", started.device()).put("threads", started.threads());
            started.notes().forEach(json.putArray("notes")::add);
        } else if (event instanceof RunEvent.DataRead data) {
            json.put("event", "data").put("files", data.files()).put("all", data.all());
        } else if (event instanceof RunEvent.DataSaid said) {
            json.put("event", "data_said");
            said.lines().forEach(json.putArray("lines")::add);
        } else if (event instanceof RunEvent.Progress progress) {
            json.put("event", "progress").put("epoch", progress.epoch()).put("batch", progress.batch());
            number(json, "loss", progress.loss());
            put(json, "accuracy", progress.accuracy());
            number(json, "images_per_second", progress.imagesPerSecond());
            number(json, "seconds_left", progress.secondsLeft());
        } else if (event instanceof RunEvent.Paused) {
            json.put("event", "paused");
        } else if (event instanceof RunEvent.Resumed) {
            json.put("event", "resumed");
        } else if (event instanceof RunEvent.EpochEnd end) {
            json.put("event", "epoch").put("epoch", end.epoch());
            number(json, "train_loss", end.trainLoss());
            put(json, "train_accuracy", end.trainAccuracy());
            number(json, "validation_loss", end.validationLoss());
            put(json, "validation_accuracy", end.validationAccuracy());
            number(json, "images_per_second", end.imagesPerSecond());
            number(json, "seconds", end.seconds());
            if (!end.measures().isEmpty()) {
                ObjectNode measures = json.putObject("measures");
                end.measures().forEach((name, value) -> number(measures, name, value));
            }
        } else if (event instanceof RunEvent.Tested tested) {
            json.put("event", "tested").put("images", tested.images());
            number(json, "loss", tested.loss());
            number(json, "accuracy", tested.accuracy());
        } else if (event instanceof RunEvent.Finished finished) {
            json.put("event", "finished").put("run", finished.run().toString());
            json.put("stopped", finished.stopped()).put("epochs", finished.epochs());
            put(json, "train_accuracy", finished.trainAccuracy());
            put(json, "validation_accuracy", finished.validationAccuracy());
            number(json, "seconds", finished.seconds());
            number(json, "images_per_second", finished.imagesPerSecond());
        } else if (event instanceof RunEvent.RateTried tried) {
            json.put("event", "rate");
            number(json, "rate", tried.rate());
            number(json, "loss", tried.loss());
        } else if (event instanceof RunEvent.BatchTried tried) {
            json.put("event", "batch").put("batch", tried.batch());
            number(json, "images_per_second", tried.imagesPerSecond());
            tried.memory().ifPresent(bytes -> json.put("memory", bytes));
        } else if (event instanceof RunEvent.Searched searched) {
            json.put("event", "searched").put("why", searched.why().name());
        } else if (event instanceof RunEvent.Failed failed) {
            json.put("event", "failed");
            failed.problems().forEach(json.putArray("problems")::add);
            json.put("resumable", failed.resumable());
        } else {
            throw new IllegalArgumentException(event.toString());
        }
        return json;
    }

    /** The event that an object tells of; empty where it is none, or a field is missing or of the wrong kind. */
    public static Optional<RunEvent> read(JsonNode json) {
        try {
            return Optional.ofNullable(
                    switch (json.path("event").asText()) {
                        case "started" ->
                            new RunEvent.Started(
                                    Path.of(text(json, "run")),
                                    whole(json, "epochs"),
                                    whole(json, "batches_per_epoch"),
                                    whole(json, "train_images"),
                                    whole(json, "validation_images"),
                                    text(json, "device"),
                                    whole(json, "threads"),
                                    texts(json, "notes"));
                        case "data" -> new RunEvent.DataRead(whole(json, "files"), whole(json, "all"));
                        case "data_said" -> new RunEvent.DataSaid(texts(json, "lines"));
                        case "progress" ->
                            new RunEvent.Progress(
                                    whole(json, "epoch"),
                                    whole(json, "batch"),
                                    number(json, "loss"),
                                    optional(json, "accuracy"),
                                    number(json, "images_per_second"),
                                    number(json, "seconds_left"));
                        case "paused" -> new RunEvent.Paused();
                        case "resumed" -> new RunEvent.Resumed();
                        case "epoch" ->
                            new RunEvent.EpochEnd(
                                    whole(json, "epoch"),
                                    number(json, "train_loss"),
                                    optional(json, "train_accuracy"),
                                    number(json, "validation_loss"),
                                    optional(json, "validation_accuracy"),
                                    number(json, "images_per_second"),
                                    number(json, "seconds"),
                                    numbers(json.path("measures")));
                        case "tested" ->
                            new RunEvent.Tested(whole(json, "images"), number(json, "loss"), number(json, "accuracy"));
                        case "finished" ->
                            new RunEvent.Finished(
                                    Path.of(text(json, "run")),
                                    json.path("stopped").asBoolean(),
                                    whole(json, "epochs"),
                                    optional(json, "train_accuracy"),
                                    optional(json, "validation_accuracy"),
                                    number(json, "seconds"),
                                    number(json, "images_per_second"));
                        case "rate" -> new RunEvent.RateTried(number(json, "rate"), number(json, "loss"));
                        case "batch" ->
                            new RunEvent.BatchTried(
                                    whole(json, "batch"),
                                    number(json, "images_per_second"),
                                    json.has("memory")
                                            ? OptionalLong.of((long) number(json, "memory"))
                                            : OptionalLong.empty());
                        case "searched" -> new RunEvent.Searched(Search.End.valueOf(text(json, "why")));
                        case "failed" ->
                            new RunEvent.Failed(
                                    texts(json, "problems"),
                                    json.path("resumable").asBoolean());
                        default -> null;
                    });
        } catch (IllegalArgumentException incomplete) {
            return Optional.empty();
        }
    }

    private static void put(ObjectNode json, String name, OptionalDouble value) {
        value.ifPresent(present -> number(json, name, present));
    }

    private static void number(ObjectNode json, String name, double value) {
        json.set(name, FiniteJson.number(value));
    }

    private static String text(JsonNode json, String name) {
        return required(json, name, json.path(name).isTextual()).textValue();
    }

    private static int whole(JsonNode json, String name) {
        return required(json, name, json.path(name).canConvertToInt()).intValue();
    }

    /** What is no number is null; earlier versions wrote it as text. */
    private static double number(JsonNode json, String name) {
        JsonNode node = json.path(name);
        if (node.isNull()) {
            return Double.NaN;
        } else if (node.isTextual()) {
            return Double.parseDouble(node.textValue());
        }
        return required(json, name, node.isNumber()).doubleValue();
    }

    private static Map<String, Double> numbers(JsonNode json) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        json.fieldNames().forEachRemaining(name -> numbers.put(name, number(json, name)));
        return numbers;
    }

    private static OptionalDouble optional(JsonNode json, String name) {
        return json.has(name) ? OptionalDouble.of(number(json, name)) : OptionalDouble.empty();
    }

    private static List<String> texts(JsonNode json, String name) {
        List<String> texts = new ArrayList<>();
        required(json, name, json.path(name).isArray()).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static JsonNode required(JsonNode json, String name, boolean present) {
        if (!present) {
            throw new IllegalArgumentException(name);
        }
        return json.get(name);
    }
}
