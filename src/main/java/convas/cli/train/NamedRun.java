package convas.cli.train;

import convas.cli.Misuse;
import convas.text.Texts;
import convas.training.archive.RunNames;
import convas.training.archive.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The run that a word of a call names, see {@link RunNames}; any other word is a misuse, told with those that it may mean. */
final class NamedRun {
    private static final int MOST_NAMED = 10;

    private final CommandSpec command;
    private final Texts texts;
    private final Path runs;
    private final RunNames names;

    /** @param runs the folder that {@code all} lie in */
    NamedRun(CommandSpec command, Texts texts, Path runs, List<RunSummary> all) {
        this.command = command;
        this.texts = texts;
        this.runs = runs;
        this.names = new RunNames(all);
    }

    RunSummary find(String word) {
        List<RunSummary> found = names.find(word);
        if (found.isEmpty()) {
            throw new Misuse(
                    command, texts.get("clitrain.runs.none", word.isBlank() ? "\"" + word + "\"" : word, runs));
        } else if (found.size() > 1) {
            String several = found.stream()
                    .limit(MOST_NAMED)
                    .map(run -> run.folder().toString())
                    .collect(Collectors.joining(", ", "", found.size() > MOST_NAMED ? ", ..." : ""));
            throw new Misuse(command, texts.get("clitrain.runs.several", word, found.size(), several));
        }
        return found.get(0);
    }
}
