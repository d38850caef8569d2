package convas.editor.inspector;

import convas.analysis.Analysis;
import convas.analysis.NodeReport;
import convas.analysis.figures.NodeFigures;
import convas.editor.document.Document;
import convas.editor.document.Intents;
import convas.editor.document.OpenSheet;
import convas.editor.problems.Problems;
import convas.editor.problems.Remark;
import convas.editor.tip.LateTip;
import convas.graph.Node;
import convas.graph.Value;
import convas.operator.NodeType;
import convas.operator.Parameter;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** One node: what it is, its parameters and what they come to, what it costs, what is wrong with it. */
final class NodeInspector implements Shown {
    private final Document document;
    private final Problems problems;
    private final Texts texts;
    private final Consumer<String> browse;
    private final VBox root = new VBox(12);
    private final List<ParameterField> fields = new ArrayList<>();
    private final VBox numbers = new VBox(12);
    private final ProblemBox remarked;
    private final NodeCosts costs;
    /** As the selection has it: with the ids of the modules before it where it stands in a body shown in place. */
    private final String selected;

    private final String id;
    private Map<String, NodeFigures> figures;
    private Node shown;

    /** @param figures what was worked out besides the analysis, by path; empty while it is not known yet */
    NodeInspector(
            Document document,
            String selected,
            Map<String, NodeFigures> figures,
            Problems problems,
            Texts texts,
            Consumer<String> browse) {
        this.document = document;
        this.selected = selected;
        this.id = selected.substring(selected.lastIndexOf('/') + 1);
        this.figures = figures;
        this.problems = problems;
        this.texts = texts;
        this.browse = browse;
        this.remarked = new ProblemBox(problems, texts);
        this.costs = new NodeCosts(texts);
        this.shown = node().orElseThrow();
        build();
        analysed();
    }

    @Override
    public VBox root() {
        return root;
    }

    /** Whether this still shows the node as it is, apart from parameter values. */
    @Override
    public boolean fits() {
        boolean still = isInner()
                ? document.selection().inner().filter(selected::equals).isPresent()
                : document.selection().nodes().equals(Set.of(id));
        return still
                && node().filter(node -> node.withParams(shown.params()).equals(shown))
                        .isPresent();
    }

    @Override
    public void updated() {
        Node node = node().orElse(shown);
        if (!node.params().equals(shown.params())) {
            shown = node;
            fields.forEach(field -> field.update(written(field.name())));
        }
    }

    private List<Optional<Value>> written(String parameter) {
        return List.of(Optional.ofNullable(shown.params().get(parameter)));
    }

    /** More was worked out besides the analysis. */
    void figures(Map<String, NodeFigures> found) {
        figures = found;
        analysed();
    }

    @Override
    public void analysed() {
        Optional<Analysis> analysis = document.analysis();
        String path = sheet().place().path(id);
        Optional<NodeReport> report = analysis.flatMap(known -> known.node(path));
        List<Remark> remarks = problems.at(path);
        for (ParameterField field : fields) {
            field.say(remarks.stream()
                    .filter(remark -> remark.isError(path, field.name()))
                    .findFirst()
                    .map(remark -> remark.diagnostic().sentence(texts))
                    .orElse(""));
            field.results(report.flatMap(
                            known -> Optional.ofNullable(known.values().values().get(field.name())))
                    .map(String::valueOf)
                    .map(List::of)
                    .orElse(List.of()));
        }
        List<javafx.scene.Node> parts = new ArrayList<>(remarked.of(remarks));
        report.ifPresent(known -> {
            costs.show(known, analysis.flatMap(Analysis::total), Optional.ofNullable(figures.get(path)));
            parts.add(costs.root());
        });
        if (!numbers.getChildren().equals(parts)) {
            numbers.getChildren().setAll(parts);
        }
    }

    private boolean isInner() {
        return !selected.equals(id);
    }

    /** The sheet the node stands on. */
    private OpenSheet sheet() {
        return document.sheetOf(selected).orElse(document.sheet());
    }

    private Intents intents() {
        return new Intents(document.catalog(), sheet());
    }

    private Optional<Node> node() {
        return sheet().sheet().graph().node(id);
    }

    private Optional<NodeType> type() {
        return document.catalog().find(shown.type());
    }

    private void build() {
        Label title = new Label(shown.type());
        title.getStyleClass().add("inspector-title");
        VBox head = new VBox(4, title);
        type().ifPresent(type -> {
            Label doc = new Label(type.doc(texts.locale()));
            doc.setWrapText(true);
            doc.getStyleClass().add("inspector-doc");
            head.getChildren().add(doc);
            if (!type.paper().isEmpty()) {
                head.getChildren().add(paper(type));
            }
        });
        if (!sheet().isEditable()) {
            Label locked = new Label(texts.get("editor.inspector.readOnly"));
            locked.setWrapText(true);
            locked.getStyleClass().add("inspector-doc");
            head.getChildren().add(locked);
        }
        root.getChildren().add(head);
        Section parameters = new Section(texts.get("editor.inspector.parameters"));
        boolean editable = sheet().isEditable();
        Refusal refused = new Refusal("id");
        var idField = Fields.text(
                "field-id",
                id,
                texts.get("editor.inspector.idTip"),
                typed -> intents()
                        .idRefusal(typed)
                        .map(key -> texts.get(key, typed, typed.replaceAll("\\s+", "_")))
                        .orElse(""),
                refused::say,
                typed -> document.apply(intents().rename(id, typed)));
        // The name that is selected afterwards would be one of this sheet.
        idField.setDisable(!editable || isInner());
        parameters.field(texts.get("editor.inspector.id"), idField);
        parameters.getChildren().add(refused);
        type().ifPresentOrElse(
                        type -> type.parameters()
                                .forEach(parameter -> parameters.getChildren().add(row(type, parameter))),
                        () -> parameters.getChildren().add(new Label(texts.get("editor.inspector.unknownType"))));
        root.getChildren().addAll(parameters, advanced(editable), numbers);
    }

    private Hyperlink paper(NodeType type) {
        Hyperlink link = new Hyperlink(type.paper());
        link.setWrapText(true);
        link.getStyleClass().add("inspector-paper");
        LateTip.on(link, type.url().isEmpty() ? type.paper() : type.url());
        link.setDisable(type.url().isEmpty());
        link.setOnAction(event -> browse.accept(type.url()));
        return link;
    }

    private javafx.scene.Node row(NodeType type, Parameter<?> parameter) {
        ParameterField field = new ParameterField(
                parameter,
                type.parameterDoc(parameter.name(), texts.locale()),
                written(parameter.name()),
                sheet().isEditable(),
                texts,
                value -> document.apply(intents().setParam(Set.of(id), parameter.name(), value)));
        fields.add(field);
        return field.root();
    }

    private TitledPane advanced(boolean editable) {
        Section section = new Section("");
        section.getChildren().clear();
        section.field(
                "repeat",
                Fields.text(
                        "field-repeat",
                        shown.repeat().map(ValueText::show).orElse(""),
                        texts.get("editor.inspector.repeatTip"),
                        typed -> document.apply(intents().repeat(id, ValueText.parse(typed)))));
        section.field(
                "when",
                Fields.text(
                        "field-when",
                        shown.when().map(ValueText::show).orElse(""),
                        texts.get("editor.inspector.whenTip"),
                        typed -> document.apply(intents().when(id, ValueText.parse(typed)))));
        shown.shares()
                .ifPresent(other -> section.figure("shares", texts.get("editor.inspector.sharesTip"), "")
                        .value(other));
        section.setDisable(!editable);
        TitledPane pane = new TitledPane(texts.get("editor.inspector.advanced"), section);
        pane.setExpanded(shown.repeat().isPresent()
                || shown.when().isPresent()
                || shown.shares().isPresent());
        pane.setAnimated(false);
        pane.getStyleClass().add("dense");
        return pane;
    }
}
