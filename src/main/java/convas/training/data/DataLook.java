package convas.training.data;

import convas.dataset.Dataset;
import convas.dataset.DatasetKind;
import convas.dataset.Datasets;
import convas.dataset.ReadingProgress;
import convas.dataset.Split;
import convas.graph.Diagnostic;
import convas.graph.Value;
import convas.graph.json.Reading;
import convas.training.recipe.DataRecipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole look at a source of samples, every file read: what cannot be read is listed, past it, whatever a run would do.
 *
 * @param report absent where the samples cannot be had
 * @param problems what would keep a run from starting
 */
public record DataLook(Optional<DataReport> report, List<Diagnostic> problems) {
    private static final String SKIP = "skip";
    private static final String SKIPPED = "dataset.skipped";
    private static final String REFUSED = "dataset.corrupt";
    private static final String MET = "dataset.sample.";
    private static final String MORE = "dataset.more";

    public DataLook {
        problems = List.copyOf(problems);
    }

    /** Takes as long as the files take. */
    public static DataLook at(DataRecipe recipe, Datasets datasets, ReadingProgress progress) {
        boolean skips = Value.of(SKIP).equals(recipe.options().get(DataOption.CORRUPT));
        Reading<Dataset> reading =
                new DatasetOpener(datasets).open(skips ? recipe : pastBroken(recipe, datasets), progress);
        List<Diagnostic> problems = new ArrayList<>(
                reading.problems().stream().filter(Diagnostic::isError).toList());
        if (reading.value().isEmpty()) {
            return new DataLook(Optional.empty(), problems);
        }
        Dataset dataset = reading.value().get();
        Split split = DataParts.split(dataset, recipe, 0);
        problems.addAll(DataReports.oneClass(dataset, split));
        DataReport report = DataReports.of(
                recipe, dataset, split, Optional.of(MeasuredValues.of(dataset, split.training(), progress)));
        return new DataLook(Optional.of(skips ? report : told(report, problems)), problems);
    }

    /** Whether a sentence tells of something that cannot be read, or of how many more there are. */
    static boolean isOfBroken(String key) {
        return key.startsWith(REFUSED) || key.startsWith(SKIPPED) || key.startsWith(MET) || key.equals(MORE);
    }

    /** The recipe where what is broken is skipped, if its kind has such a choice. */
    private static DataRecipe pastBroken(DataRecipe recipe, Datasets datasets) {
        Optional<DatasetKind> kind = datasets.find(recipe.type());
        if (kind.stream()
                .flatMap(known -> known.options().stream())
                .noneMatch(option -> option.name().equals(DataOption.CORRUPT))) {
            return recipe;
        }
        Map<String, Value> options = new LinkedHashMap<>(recipe.options());
        options.put(DataOption.CORRUPT, Value.of(SKIP));
        return recipe.withOptions(options);
    }

    /** What was left out here is an error for a run that is not told to leave it out. */
    private static DataReport told(DataReport report, List<Diagnostic> problems) {
        List<DataReport.Finding> left = new ArrayList<>();
        for (DataReport.Finding finding : report.findings()) {
            if (finding.key().startsWith(SKIPPED)) {
                String key = REFUSED + finding.key().substring(SKIPPED.length());
                problems.add(
                        new Diagnostic(Diagnostic.Severity.ERROR, "", "training.dataset", key, finding.arguments()));
            } else if (finding.topic().equals("broken") && finding.key().equals(MORE)) {
                problems.add(new Diagnostic(
                        Diagnostic.Severity.ERROR, "", "training.dataset", finding.key(), finding.arguments()));
            } else {
                left.add(finding);
            }
        }
        return report.withFindings(left);
    }
}
