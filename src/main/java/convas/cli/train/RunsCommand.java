package convas.cli.train;

import com.fasterxml.jackson.core.JsonGenerator;
import convas.cli.Console;
import convas.cli.ExitCode;
import convas.cli.JsonOutput;
import convas.cli.Misuse;
import convas.cli.Parts;
import convas.cli.TextTable;
import convas.file.FileReason;
import convas.text.Texts;
import convas.training.RunOrder;
import convas.training.archive.NotesUnreadableException;
import convas.training.archive.RunArchive;
import convas.training.archive.RunColumn;
import convas.training.archive.RunDifference;
import convas.training.archive.RunGoesOnException;
import convas.training.archive.RunNotes;
import convas.training.archive.RunSummary;
import convas.training.run.ControlFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the runs of a folder, compares two, and does something to one. */
@Command(mixinStandardHelpOptions = true)
public final class RunsCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ACTION", descriptionKey = "runsAction", defaultValue = "list")
    private Action action;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "RUN", descriptionKey = "runsRun")
    private List<String> names = new ArrayList<>();

    @Option(names = "--runs", paramLabel = "FOLDER", defaultValue = "runs", descriptionKey = "runsFolder")
    private Path runs;

    @Option(names = "--filter", paramLabel = "WORDS", defaultValue = "", descriptionKey = "runsFilter")
    private String filter;

    @Option(names = "--sort", paramLabel = "COLUMN", descriptionKey = "runsSort")
    private RunColumn sort;

    @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "runsText")
    private String text;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** What to do. */
    enum Action {
        LIST(0, 0),
        SUMMARY(0, 0),
        COMPARE(2, 2),
        TAG(1, Integer.MAX_VALUE),
        NOTE(1, Integer.MAX_VALUE),
        DELETE(1, Integer.MAX_VALUE),
        PAUSE(1, Integer.MAX_VALUE),
        GO_ON(1, Integer.MAX_VALUE),
        STOP_AFTER_EPOCH(1, Integer.MAX_VALUE),
        STOP(1, Integer.MAX_VALUE);

        private final int fewest;
        private final int most;

        Action(int fewest, int most) {
            this.fewest = fewest;
            this.most = most;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public RunsCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Texts texts = parts.texts();
        if (names.size() < action.fewest || names.size() > action.most) {
            throw new Misuse(spec, texts.get("clitrain.runs.count", action, action.fewest, names.size()));
        } else if ((action == Action.TAG || action == Action.NOTE) && text == null) {
            throw new Misuse(spec, texts.get("clitrain.runs.text", action));
        }
        try {
            List<RunSummary> all = new RunArchive(runs).read();
            if (action == Action.LIST) {
                list(all);
                return ExitCode.FINE;
            }
            if (action == Action.SUMMARY) {
                RunsReport.summary(shown(all), console, texts, json);
                return ExitCode.FINE;
            }
            NamedRun named = new NamedRun(spec, texts, runs, all);
            List<RunSummary> meant = names.stream().map(named::find).toList();
            if (action == Action.COMPARE) {
                compare(RunDifference.between(
                        meant.get(0).stored(), meant.get(1).stored()));
                return ExitCode.FINE;
            }
            // One that is named twice is one.
            for (RunSummary run : new LinkedHashSet<>(meant)) {
                act(run);
            }
            return ExitCode.FINE;
        } catch (RunGoesOnException busy) {
            console.err().println(texts.get("clitrain.runs.busy", busy.getMessage()));
        } catch (NotesUnreadableException damaged) {
            console.err().println(texts.get("archive.notes.unreadable", damaged.getMessage()));
        } catch (IOException refused) {
            console.err().println(texts.get("clitrain.runs.refused", runs, FileReason.withFile(refused, texts)));
        }
        return ExitCode.ERRORS;
    }

    private void act(RunSummary run) throws IOException {
        switch (action) {
            case TAG ->
                new RunNotes(Arrays.asList(text.split("[,\\s]+")), run.notes().note()).write(run.folder());
            case NOTE -> new RunNotes(run.notes().tags(), text).write(run.folder());
            case DELETE -> {
                Path gone = RunArchive.trash(run.folder());
                console.out().println(parts.texts().get("clitrain.runs.deleted", gone));
            }
            default -> {
                if (!run.alive()) {
                    throw new Misuse(spec, parts.texts().get("clitrain.runs.over", run.name()));
                }
                new ControlFile(run.folder()).write(RunOrder.valueOf(action.name()));
            }
        }
    }

    private List<RunSummary> shown(List<RunSummary> all) {
        List<RunSummary> shown =
                new ArrayList<>(all.stream().filter(run -> run.matches(filter)).toList());
        if (sort != null) {
            shown.sort(sort.order());
        }
        return shown;
    }

    private void list(List<RunSummary> all) {
        List<RunSummary> shown = shown(all);
        if (json) {
            JsonOutput.print(console.out(), true, out -> {
                out.writeStartArray();
                for (RunSummary run : shown) {
                    print(run, out);
                }
                out.writeEndArray();
            });
            return;
        }
        Texts texts = parts.texts();
        List<RunColumn> columns = Arrays.stream(RunColumn.values())
                .sorted(Comparator.comparing(RunColumn::isNumber))
                .toList();
        int left = (int) columns.stream().filter(column -> !column.isNumber()).count();
        TextTable table = new TextTable(
                columns.stream().map(column -> texts.get(column.key())).toList(), left);
        shown.forEach(run -> table.add(
                columns.stream().map(column -> column.text(run, texts)).toList()));
        table.print(console.out());
        shown.stream()
                .filter(run -> run.state() == RunSummary.State.UNREADABLE)
                .forEach(run -> console.problems(
                        console.err(), texts, run.name(), run.stored().problems()));
    }

    private void print(RunSummary run, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (RunColumn column : RunColumn.values()) {
            out.writeFieldName(column.name().toLowerCase(Locale.ROOT));
            if (column.isNumber()) {
                number(out, column, run);
            } else {
                out.writeString(column.plain(run));
            }
        }
        out.writeStringField("folder", run.folder().toString());
        out.writeEndObject();
    }

    static void number(JsonGenerator out, RunColumn column, RunSummary run) throws IOException {
        OptionalLong whole = column.whole(run);
        if (whole.isPresent()) {
            out.writeNumber(whole.getAsLong());
        } else {
            TrainCommand.number(out, column.number(run));
        }
    }

    private void compare(RunDifference difference) {
        if (json) {
            JsonOutput.print(console.out(), true, out -> {
                out.writeStartArray();
                for (RunDifference.Row row : difference.rows()) {
                    out.writeStartObject();
                    out.writeStringField("kind", row.kind().name().toLowerCase(Locale.ROOT));
                    out.writeStringField("name", row.name());
                    out.writeStringField("first", row.first());
                    out.writeStringField("second", row.second());
                    out.writeEndObject();
                }
                out.writeEndArray();
            });
            return;
        }
        Texts texts = parts.texts();
        if (difference.rows().isEmpty()) {
            console.out().println(texts.get("clitrain.runs.same"));
            return;
        }
        TextTable table = new TextTable(
                List.of(texts.get("clitrain.runs.kind"), texts.get("clitrain.runs.name"), names.get(0), names.get(1)),
                4);
        difference
                .rows()
                .forEach(row -> table.add(
                        List.of(texts.get("archive.kind." + row.kind()), row.name(), row.first(), row.second())));
        table.print(console.out());
    }
}
