package convas.cli.train;

import com.fasterxml.jackson.core.JsonGenerator;
import convas.cli.Console;
import convas.cli.JsonOutput;
import convas.cli.TextTable;
import convas.text.Texts;
import convas.training.archive.RunColumn;
import convas.training.archive.RunGroup;
import convas.training.archive.RunSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What designs come to over their seeds: a row for each. */
final class RunsReport {
    private static final List<RunColumn> SAME = List.of(RunColumn.PARAMETERS, RunColumn.MACS);
    private static final List<RunColumn> SPREAD = List.of(
            RunColumn.ACCURACY, RunColumn.BEST, RunColumn.TRAIN_ACCURACY, RunColumn.STEP_MILLIS, RunColumn.SECONDS);

    private RunsReport() {}

    static void summary(List<RunSummary> runs, Console console, Texts texts, boolean json) {
        List<RunGroup> groups = RunGroup.of(runs);
        List<String> labels = RunGroup.labels(groups);
        if (json) {
            JsonOutput.print(console.out(), true, out -> {
                out.writeStartArray();
                for (int index = 0; index < groups.size(); index++) {
                    print(groups.get(index), labels.get(index), out);
                }
                out.writeEndArray();
            });
            return;
        }
        List<String> head = new ArrayList<>(List.of(
                texts.get(RunColumn.DESIGN.key()),
                texts.get(RunColumn.DATASET.key()),
                texts.get("clitrain.runs.seeds"),
                texts.get(RunColumn.EPOCHS.key())));
        SAME.forEach(column -> head.add(texts.get(column.key())));
        SPREAD.forEach(column -> head.add(texts.get(column.key())));
        TextTable table = new TextTable(head, 2);
        for (int index = 0; index < groups.size(); index++) {
            RunGroup group = groups.get(index);
            List<String> row = new ArrayList<>(List.of(
                    labels.get(index),
                    group.first().dataset(),
                    Integer.toString(group.runs().size()),
                    epochs(group, texts)));
            SAME.forEach(column -> row.add(column.text(group.first(), texts)));
            SPREAD.forEach(column -> row.add(column.spread(group, texts)));
            table.add(row);
        }
        table.print(console.out());
    }

    /** Early stopping ends each seed where it will. */
    private static String epochs(RunGroup group, Texts texts) {
        boolean same =
                group.runs().stream().mapToInt(RunSummary::epochs).distinct().count() == 1;
        return same ? RunColumn.EPOCHS.text(group.first(), texts) : RunColumn.EPOCHS.spread(group, texts);
    }

    private static void print(RunGroup group, String label, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("design", group.first().design());
        out.writeStringField("label", label);
        out.writeStringField("dataset", group.first().dataset());
        out.writeStringField("program", group.first().program());
        out.writeStringField("data", group.first().dataDigest());
        out.writeArrayFieldStart("runs");
        for (RunSummary run : group.runs()) {
            out.writeString(run.name());
        }
        out.writeEndArray();
        out.writeArrayFieldStart("seeds");
        for (RunSummary run : group.runs()) {
            RunsCommand.number(out, RunColumn.SEED, run);
        }
        out.writeEndArray();
        for (RunColumn column : SAME) {
            out.writeFieldName(column.name().toLowerCase(Locale.ROOT));
            RunsCommand.number(out, column, group.first());
        }
        for (RunColumn column : SPREAD) {
            String name = column.name().toLowerCase(Locale.ROOT);
            out.writeFieldName(name);
            TrainCommand.number(out, group.mean(column));
            OptionalDouble deviation = group.deviation(column);
            out.writeFieldName(name + "_deviation");
            TrainCommand.number(out, deviation);
        }
        out.writeEndObject();
    }
}
