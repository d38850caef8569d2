package convas.cli.search;

import convas.cli.Misuse;
import convas.text.Texts;
import convas.training.search.Search;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What a call wants to find out in place of a run. */
public final class SearchOptions {
    /** Options of the same command that a search has no use for. */
    private static final List<String> RUN_ONLY = List.of("--resume", "--runs", "--epochs", "--tensorboard");

    @Option(names = "--find-lr", descriptionKey = "findRate")
    private boolean rates;

    @Option(names = "--find-batch", descriptionKey = "findBatch")
    private boolean batches;

    @Option(names = "--from", paramLabel = "RATE", descriptionKey = "findFrom")
    private Double from;

    @Option(names = "--to", paramLabel = "RATE", descriptionKey = "findTo")
    private Double to;

    @Option(names = "--steps", paramLabel = "N", descriptionKey = "findSteps")
    private Integer steps;

    /** To be filled in by the command line. */
    public SearchOptions() {}

    /** Nothing where a run is wanted; throws {@link Misuse} where the options do not go together. */
    public Optional<Search> wanted(CommandSpec spec, Texts texts) {
        if (rates && batches) {
            throw new Misuse(spec, texts.get("clisearch.one-search"));
        } else if (!rates && (from != null || to != null || steps != null)) {
            throw new Misuse(spec, texts.get("clisearch.rates-only"));
        } else if (!rates && !batches) {
            return Optional.empty();
        }
        refuseRunOptions(spec, texts);
        if (batches) {
            return Optional.of(Search.Batches.DEFAULT);
        }
        Search.Rates usual = Search.Rates.DEFAULT;
        double first = from == null ? usual.from() : from;
        double last = to == null ? usual.to() : to;
        int count = steps == null ? usual.steps() : steps;
        if (!(first > 0 && last > first && Double.isFinite(last)) || count < 2) {
            throw new Misuse(spec, texts.get("clisearch.range", first, last, count));
        }
        return Optional.of(new Search.Rates(first, last, count));
    }

    /** What belongs to a run would be without effect, and whoever gives it expects one. */
    private static void refuseRunOptions(CommandSpec spec, Texts texts) {
        List<String> given = RUN_ONLY.stream()
                .filter(option -> spec.commandLine().getParseResult().hasMatchedOption(option))
                .toList();
        if (!given.isEmpty()) {
            throw new Misuse(spec, texts.get("clisearch.run-only", String.join(", ", given)));
        }
    }
}
