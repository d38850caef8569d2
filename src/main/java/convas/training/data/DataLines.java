package convas.training.data;

import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report in sentences, the same wherever it is read. */
public final class DataLines {
    private static final int FEW_CLASSES = 12;

    private DataLines() {}

    /**
     * A sentence.
     *
     * @param topic {@code source}, {@code parts}, {@code classes}, or that of a {@link DataReport.Finding}
     * @param warning whether it has to be known before a run
     */
    public record Line(String topic, boolean warning, String text) {}

    /** Everything, except the counts of classes where there are many. */
    public static List<Line> all(DataReport report, Texts texts) {
        List<Line> lines = new ArrayList<>(brief(report, texts));
        if (report.values() != null) {
            lines.add(plain(
                    "values",
                    texts.get(
                            "datasurvey.values",
                            numbers(report.values().mean(), texts),
                            numbers(report.values().deviation(), texts),
                            number(report.values().least(), texts),
                            number(report.values().greatest(), texts),
                            report.values().samples())));
        }
        report.findings().stream()
                .filter(finding -> !finding.topic().equals("structure") || finding.warning())
                .forEach(finding -> lines.add(new Line(finding.topic(), finding.warning(), sentence(finding, texts))));
        if (report.digest() != null) {
            lines.add(plain("source", texts.get("datasurvey.digest", report.digest())));
        }
        return lines;
    }

    /** What a run will use, and what is odd about its values; what else is odd a run tells as notes when it has begun. */
    public static List<Line> before(DataReport report, Texts texts) {
        List<Line> lines = new ArrayList<>(brief(report, texts));
        report.findings().stream()
                .filter(finding -> finding.topic().equals("values") && finding.warning())
                .forEach(finding -> lines.add(new Line(finding.topic(), true, sentence(finding, texts))));
        return lines;
    }

    /** What a run will use; without what is odd. */
    public static List<Line> brief(DataReport report, Texts texts) {
        List<Line> lines = new ArrayList<>();
        String shape = report.shape().stream().map(String::valueOf).collect(Collectors.joining(" × "));
        lines.add(plain(
                "source",
                report.path() == null
                        ? texts.get("datasurvey.source", report.type(), shape)
                        : texts.get("datasurvey.source.path", report.type(), report.path(), shape)));
        report.findings().stream()
                .filter(finding -> finding.topic().equals("structure") && !finding.warning())
                .forEach(finding -> lines.add(plain("structure", sentence(finding, texts))));
        lines.add(plain(
                "parts",
                texts.get(
                        report.ownParts() ? "datasurvey.parts.own" : "datasurvey.parts.held",
                        report.training(),
                        report.validation(),
                        report.test())));
        lines.add(plain(
                "classes",
                report.answers() > 0
                        ? texts.get("datasurvey.answers", report.answers())
                        : report.classes().isEmpty()
                                ? texts.get("datasurvey.classes.many", report.classCount())
                                : texts.get("datasurvey.classes", report.classCount(), counts(report))));
        return lines;
    }

    /** One finding. */
    public static String sentence(DataReport.Finding finding, Texts texts) {
        return texts.get(finding.key(), finding.arguments());
    }

    private static Line plain(String topic, String text) {
        return new Line(topic, false, text);
    }

    /** How many samples each class trains with; of many classes the span. */
    private static String counts(DataReport report) {
        List<DataReport.ClassCount> classes = report.classes();
        if (classes.size() <= FEW_CLASSES) {
            return classes.stream()
                    .map(each -> each.name() + " " + each.training())
                    .collect(Collectors.joining(", "));
        }
        int least =
                classes.stream().mapToInt(DataReport.ClassCount::training).min().orElseThrow();
        int most =
                classes.stream().mapToInt(DataReport.ClassCount::training).max().orElseThrow();
        return least == most ? String.valueOf(least) : least + " .. " + most;
    }

    private static String numbers(List<Double> values, Texts texts) {
        String shown =
                values.stream().limit(4).map(value -> number(value, texts)).collect(Collectors.joining("  "));
        return values.size() > 4 ? shown + " ..." : shown;
    }

    private static String number(double value, Texts texts) {
        return String.format(texts.locale(), "%.4g", value);
    }
}
