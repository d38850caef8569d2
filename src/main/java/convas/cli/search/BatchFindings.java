package convas.cli.search;

import convas.cli.TextTable;
import convas.text.Texts;
import convas.training.RunEvent;
import convas.training.search.BatchSizes;
import convas.training.search.Search;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Speed and memory of growing batches. */
final class BatchFindings implements Findings {
    private final Texts texts;
    private final BatchSizes sizes = new BatchSizes();

    BatchFindings(Texts texts) {
        this.texts = texts;
    }

    @Override
    public synchronized Optional<String> add(RunEvent event) {
        if (!(event instanceof RunEvent.BatchTried tried)) {
            return Optional.empty();
        }
        sizes.add(new BatchSizes.Point(tried.batch(), tried.imagesPerSecond(), tried.memory()));
        return Optional.of(texts.get("clisearch.batch", tried.batch(), Math.round(tried.imagesPerSecond())));
    }

    @Override
    public synchronized boolean isEmpty() {
        return sizes.points().isEmpty();
    }

    @Override
    public synchronized void print(PrintWriter out) {
        TextTable table = new TextTable(
                List.of(
                        texts.get("clisearch.batch.head"),
                        texts.get("clisearch.speed.head"),
                        texts.get("clisearch.memory.head")),
                0);
        for (BatchSizes.Point point : sizes.points()) {
            OptionalLong memory = point.memory();
            table.add(List.of(
                    Integer.toString(point.batch()),
                    Long.toString(Math.round(point.imagesPerSecond())),
                    memory.isPresent() ? Long.toString(memory.getAsLong() >> 20) : texts.get("clisearch.unknown")));
        }
        table.print(out);
    }

    @Override
    public synchronized String suggestion() {
        return texts.get("clisearch.batch.suggestion", sizes.suggestion().orElseThrow());
    }

    @Override
    public synchronized void print(PrintWriter out, Optional<Search.End> why, List<String> problems) {
        FindingsJson.print(out, why, problems, json -> {
            json.writeFieldName("suggested_batch");
            OptionalInt suggestion = sizes.suggestion();
            if (suggestion.isPresent()) {
                json.writeNumber(suggestion.getAsInt());
            } else {
                json.writeNull();
            }
            json.writeArrayFieldStart("points");
            for (BatchSizes.Point point : sizes.points()) {
                json.writeStartObject();
                json.writeNumberField("batch", point.batch());
                json.writeNumberField("images_per_second", point.imagesPerSecond());
                json.writeFieldName("memory_bytes");
                OptionalLong memory = point.memory();
                FindingsJson.number(
                        json, memory.isPresent() ? OptionalDouble.of(memory.getAsLong()) : OptionalDouble.empty());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
