package convas.training.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.json.DesignFormat;
import convas.graph.json.FiniteJson;
import convas.graph.json.Reading;
import convas.training.RunOptions;
import convas.training.RunRequest;
import convas.training.search.Search;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Requests as JSON objects, for the worker's protocol. The design is in it as the text of its file. */
public final class RequestJson {
    private RequestJson() {}

    public static ObjectNode write(RunRequest request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (request instanceof RunRequest.New anew) {
            write(anew.design(), anew.source(), json);
            json.put("runs", anew.runs().toAbsolutePath().toString());
        } else if (request instanceof RunRequest.Resume resumed) {
            json.put("resume", resumed.run().toString());
        } else if (request instanceof RunRequest.Find wanted) {
            write(wanted.design(), wanted.source(), json);
            write(wanted.search(), json.putObject("search"));
        }
        RunOptions options = request.options();
        options.epochs().ifPresent(epochs -> json.put("epochs", epochs));
        options.seed().ifPresent(seed -> json.put("seed", seed));
        options.threads().ifPresent(threads -> json.put("threads", threads));
        json.<ObjectNode>set("checkpoint_seconds", FiniteJson.number(options.checkpointSeconds()));
        json.put("device", options.device());
        json.put("tensorboard", options.tensorBoard());
        json.put("stays", options.stays());
        return json;
    }

    private static void write(Design design, Optional<Path> source, ObjectNode json) {
        json.put("design", new String(new DesignFormat().write(design), StandardCharsets.UTF_8));
        source.ifPresent(file -> json.put("source", file.toString()));
    }

    /** The request; absent, with the reasons, where the object is none or the design in it cannot be read. */
    public static Reading<RunRequest> read(JsonNode json) {
        RunOptions options = options(json);
        Optional<Path> resume = path(json.path("resume"));
        if (resume.isPresent()) {
            return new Reading<>(Optional.of(new RunRequest.Resume(resume.get(), options)), List.of());
        }
        Optional<Search> search = search(json.path("search"));
        Optional<Path> runs = path(json.path("runs"));
        if (!json.path("design").isTextual() || search.isEmpty() == runs.isEmpty()) {
            return new Reading<>(Optional.empty(), List.of(Diagnostic.error("", "", "training.worker.no-request")));
        }
        Reading<Design> design =
                new DesignFormat().read(json.get("design").textValue().getBytes(StandardCharsets.UTF_8));
        Optional<Path> source = path(json.path("source"));
        Optional<RunRequest> request = design.isClean()
                ? design.value()
                        .map(read -> search.isPresent()
                                ? new RunRequest.Find(read, source, options, search.get())
                                : new RunRequest.New(read, source, runs.orElseThrow(), options))
                : Optional.empty();
        return new Reading<>(
                request, design.problems().stream().filter(Diagnostic::isError).toList());
    }

    private static void write(Search search, ObjectNode json) {
        if (search instanceof Search.Rates rates) {
            json.<ObjectNode>set("from", FiniteJson.number(rates.from()))
                    .<ObjectNode>set("to", FiniteJson.number(rates.to()))
                    .put("steps", rates.steps());
        } else if (search instanceof Search.Batches batches) {
            json.put("smallest", batches.smallest());
        }
    }

    private static Optional<Search> search(JsonNode json) {
        if (json.has("smallest")) {
            return Optional.of(new Search.Batches(json.path("smallest").asInt()));
        } else if (json.has("steps")) {
            return Optional.of(new Search.Rates(
                    json.path("from").asDouble(),
                    json.path("to").asDouble(),
                    json.path("steps").asInt()));
        }
        return Optional.empty();
    }

    private static RunOptions options(JsonNode json) {
        return new RunOptions(
                whole(json.path("epochs")),
                json.path("seed").isIntegralNumber()
                        ? OptionalLong.of(json.get("seed").longValue())
                        : OptionalLong.empty(),
                whole(json.path("threads")),
                json.path("checkpoint_seconds").asDouble(RunOptions.DEFAULT.checkpointSeconds()),
                json.path("device").asText(RunOptions.ANY_DEVICE),
                json.path("tensorboard").asBoolean(),
                json.path("stays").asBoolean());
    }

    private static Optional<Path> path(JsonNode node) {
        return Optional.ofNullable(node.textValue()).map(Path::of);
    }

    private static OptionalInt whole(JsonNode node) {
        return node.isIntegralNumber() ? OptionalInt.of(node.intValue()) : OptionalInt.empty();
    }
}
