package convas.editor.data;

import convas.graph.Design;
import convas.text.Texts;
import convas.training.data.DataEdits;
import convas.training.data.DataLines;
import convas.training.data.DataOption;
import convas.training.data.DataReport;
import convas.training.data.DataSurvey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the data is, in words: first what keeps a run from starting, then what is broken, what is odd, and what is so. */
final class SurveyView {
    private static final int MOST = 8;
    private static final String BROKEN = "broken";

    /** What is odd about these makes a network learn something else than was meant. */
    private static final List<String> GRAVEST = List.of("labels", "values");

    private final Texts texts;
    private final OptionForm form;
    private final Consumer<UnaryOperator<Design>> edit;
    private final VBox problems = new VBox(6);
    private final VBox broken = new VBox();
    private final VBox warnings = new VBox(4);
    private final VBox lines = new VBox(4);
    private final VBox root = new VBox(8, problems, broken, warnings, lines);

    /** @param edit changes the design in front */
    SurveyView(Texts texts, OptionForm form, Consumer<UnaryOperator<Design>> edit) {
        this.texts = texts;
        this.form = form;
        this.edit = edit;
        problems.setId("data-problems");
        warnings.setId("data-warnings");
        lines.setId("data-lines");
    }

    VBox root() {
        return root;
    }

    /** Shows what is known; the keyboard stays where it was, or goes where looking goes on. */
    void show(DataSurvey survey, Design design, List<DataOption> options, Node otherwise) {
        Optional<Node> focus =
                Optional.ofNullable(root.getScene()).map(Scene::getFocusOwner).filter(this::isInside);
        fill(survey, design, options);
        focus.ifPresent(owner -> Optional.ofNullable(owner.getId())
                .map(id -> root.lookup("#" + id))
                .orElse(otherwise)
                .requestFocus());
    }

    private boolean isInside(Node node) {
        Node at = node;
        while (at != null && at != root) {
            at = at.getParent();
        }
        return at != null;
    }

    private void fill(DataSurvey survey, Design design, List<DataOption> options) {
        Optional<DataReport> report = survey.facts().map(DataSurvey.Facts::report);
        fill(
                problems,
                survey.problems().stream()
                        .filter(problem -> !problem.ofBroken())
                        .filter(problem -> isNews(problem, report))
                        .map(this::problem)
                        .toList());
        fill(broken, broken(survey, report, design, options).stream().toList());
        List<Node> odd = report.stream()
                .flatMap(known -> known.findings().stream())
                .filter(finding -> finding.warning() && !finding.topic().equals(BROKEN))
                .filter(finding -> survey.problems().stream()
                        .noneMatch(problem -> isNews(problem, report) && isSame(problem, finding)))
                .sorted(Comparator.comparing(finding -> GRAVEST.contains(finding.topic()) ? 0 : 1))
                .map(finding -> warning(DataLines.sentence(finding, texts)))
                .toList();
        fill(warnings, odd.isEmpty() ? List.of() : List.of(new Folded(odd, MOST, texts)));
        List<Node> said = new ArrayList<>();
        report.ifPresent(known -> {
            said.add(PartsBar.of(known, texts));
            plain(known).forEach(line -> said.add(line(line)));
        });
        fill(lines, said);
    }

    private static void fill(VBox box, List<Node> nodes) {
        box.getChildren().setAll(nodes);
        box.setVisible(!nodes.isEmpty());
        box.setManaged(!nodes.isEmpty());
    }

    /** Notes of the source are among the report's findings. */
    private static boolean isNews(DataSurvey.Problem problem, Optional<DataReport> report) {
        return problem.diagnostic().isError() || !problem.ofSource() || report.isEmpty();
    }

    /** What keeps a run from starting need not be told a second time as odd. */
    private static boolean isSame(DataSurvey.Problem problem, DataReport.Finding finding) {
        return problem.diagnostic().key().equals(finding.key())
                && problem.diagnostic().arguments().equals(finding.arguments());
    }

    private List<String> plain(DataReport report) {
        return DataLines.all(report, texts).stream()
                .filter(line -> !line.warning() && !line.topic().equals(BROKEN))
                .map(DataLines.Line::text)
                .toList();
    }

    private Node problem(DataSurvey.Problem problem) {
        Label sentence = line(problem.diagnostic().line(texts));
        sentence.getStyleClass().add(problem.diagnostic().isError() ? "field-error" : "text-muted");
        VBox box = new VBox(2, sentence);
        problem.mend().ifPresent(mend -> {
            Button button = new Button(texts.get("editordata.mend"));
            button.getStyleClass().addAll("small", "data-mend");
            button.setOnAction(event -> edit.accept(mend));
            box.getChildren().add(button);
        });
        return box;
    }

    private Optional<Node> broken(
            DataSurvey survey, Optional<DataReport> report, Design design, List<DataOption> options) {
        List<String> wrong = survey.problems().stream()
                .filter(DataSurvey.Problem::ofBroken)
                .map(problem -> problem.diagnostic().sentence(texts))
                .toList();
        boolean refuses = survey.problems().stream()
                .anyMatch(problem -> problem.ofBroken() && problem.diagnostic().isError());
        List<DataReport.Finding> found = report.stream()
                .flatMap(known -> known.findings().stream())
                .filter(finding -> finding.topic().equals(BROKEN))
                .toList();
        if (wrong.isEmpty() && found.isEmpty()) {
            return Optional.empty();
        }
        String heading = found.stream()
                .filter(finding -> finding.count() != null)
                .map(finding -> DataLines.sentence(finding, texts))
                .collect(Collectors.joining(" "));
        List<String> sentences = !wrong.isEmpty()
                ? wrong
                : found.stream()
                        .filter(finding -> finding.count() == null)
                        .map(finding -> DataLines.sentence(finding, texts))
                        .toList();
        return Optional.of(new BrokenBox(
                heading,
                sentences,
                refuses,
                options.stream()
                        .filter(option -> option.name().equals(DataOption.CORRUPT))
                        .findFirst(),
                DataEdits.option(design, DataOption.CORRUPT),
                form,
                texts));
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static Node warning(String text) {
        FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add("warning-icon");
        Label label = line(text);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row = new HBox(8, icon, label);
        row.getStyleClass().addAll("data-told", "data-warning");
        return row;
    }

    /** All of it as text, the counts of the classes too. */
    String text(DataSurvey survey) {
        Stream<String> wrong = survey.problems().stream()
                .filter(problem -> problem.diagnostic().isError() || !problem.ofSource())
                .map(problem -> problem.diagnostic().line(texts));
        Stream<String> said = survey.facts().stream()
                .flatMap(known -> DataLines.all(known.report(), texts).stream())
                .map(DataLines.Line::text);
        Stream<String> classes = survey.facts().stream()
                .flatMap(known -> known.classes().stream())
                .map(each -> each.name() + "\t" + each.training() + "\t" + each.validation());
        return Stream.of(wrong, said, classes).flatMap(each -> each).collect(Collectors.joining("\n", "", "\n"));
    }
}
