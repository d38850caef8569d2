package convas.editor.inspector;

import convas.analysis.Analysis;
import convas.editor.document.Document;
import convas.editor.problems.Problems;
import convas.editor.problems.Remark;
import convas.graph.Node;
import convas.graph.Value;
import convas.operator.NodeType;
import convas.operator.Parameter;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * Several nodes: the parameters that all of them have, each changed for all by one edit, and what they cost together.
 * Where they differ the field says so.
 */
final class SeveralInspector implements Shown {
    private static final int MOST_RESULTS = 4;

    private final Document document;
    private final Problems problems;
    private final Texts texts;
    private final List<String> ids;
    private final List<ParameterField> fields = new ArrayList<>();
    private final VBox root = new VBox(12);
    private final VBox numbers = new VBox(12);
    private final List<String> types;
    private final ProblemBox remarked;
    private final Section cost;
    private final Totals totals;

    SeveralInspector(Document document, Set<String> ids, Problems problems, Texts texts) {
        this.document = document;
        this.ids = List.copyOf(ids);
        this.problems = problems;
        this.texts = texts;
        this.remarked = new ProblemBox(problems, texts);
        this.cost = new Section(texts.get("editor.inspector.cost"));
        this.totals = new Totals(cost, texts);
        this.types = nodes().stream().map(Node::type).toList();
        build();
        analysed();
    }

    @Override
    public VBox root() {
        return root;
    }

    @Override
    public boolean fits() {
        return List.copyOf(document.selection().nodes()).equals(ids)
                && nodes().stream().map(Node::type).toList().equals(types);
    }

    @Override
    public void updated() {
        fields.forEach(field -> field.update(values(field.name())));
    }

    @Override
    public void analysed() {
        Optional<Analysis> analysis = document.analysis();
        for (ParameterField field : fields) {
            field.say(problem(field.name()));
            field.results(paths().stream()
                    .flatMap(path -> analysis.flatMap(known -> known.node(path)).stream())
                    .flatMap(report ->
                            Optional.ofNullable(report.values().values().get(field.name())).stream())
                    .map(String::valueOf)
                    .distinct()
                    .limit(MOST_RESULTS)
                    .toList());
        }
        List<Remark> remarks =
                paths().stream().flatMap(path -> problems.at(path).stream()).toList();
        List<javafx.scene.Node> parts = new ArrayList<>(remarked.of(remarks));
        analysis.ifPresent(known -> {
            totals.show(Totals.sum(paths().stream().map(known::node).toList()), known.total());
            parts.add(cost);
        });
        if (!numbers.getChildren().equals(parts)) {
            numbers.getChildren().setAll(parts);
        }
    }

    private String problem(String parameter) {
        return paths().stream()
                .flatMap(path -> problems.at(path).stream()
                        .filter(remark -> remark.isError(path, parameter))
                        .map(remark -> remark.diagnostic().path() + ": "
                                + remark.diagnostic().sentence(texts)))
                .findFirst()
                .orElse("");
    }

    private List<Node> nodes() {
        return ids.stream()
                .flatMap(id -> document.sheet().sheet().graph().node(id).stream())
                .toList();
    }

    private List<String> paths() {
        return ids.stream().map(document.sheet().place()::path).toList();
    }

    private List<Optional<Value>> values(String parameter) {
        return nodes().stream()
                .map(node -> Optional.ofNullable(node.params().get(parameter)))
                .toList();
    }

    private void build() {
        Label title = new Label(texts.get("editor.inspector.selected", ids.size()));
        title.getStyleClass().add("inspector-title");
        Label what = new Label(types.stream()
                .collect(Collectors.groupingBy(type -> type, java.util.LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " \u00d7 " + entry.getKey())
                .collect(Collectors.joining(", ")));
        what.setWrapText(true);
        what.getStyleClass().add("inspector-doc");
        root.getChildren().add(new VBox(4, title, what));
        Section parameters = new Section(texts.get("editorinspector.shared"));
        shared().forEach(parameter -> parameters.getChildren().add(row(parameter)));
        if (fields.isEmpty()) {
            Label none = new Label(texts.get("editorinspector.nothingShared"));
            none.setWrapText(true);
            parameters.getChildren().add(none);
        }
        root.getChildren().addAll(parameters, numbers);
    }

    private javafx.scene.Node row(Parameter<?> parameter) {
        String doc = document.catalog()
                .find(types.get(0))
                .map(type -> type.parameterDoc(parameter.name(), texts.locale()))
                .orElse("");
        ParameterField field = new ParameterField(
                parameter,
                doc,
                values(parameter.name()),
                document.sheet().isEditable(),
                texts,
                value -> document.apply(document.intents().setParam(ids, parameter.name(), value)));
        fields.add(field);
        return field.root();
    }

    /** Parameters of one name and kind that every one of the types has, as the first type declares them. */
    private List<Parameter<?>> shared() {
        List<Optional<NodeType>> found = new LinkedHashSet<>(types)
                .stream().map(type -> document.catalog().find(type)).toList();
        if (found.stream().anyMatch(Optional::isEmpty)) {
            return List.of();
        }
        List<Parameter<?>> shared = new ArrayList<>(found.get(0).orElseThrow().parameters());
        for (Optional<NodeType> type : found) {
            List<Parameter<?>> others = type.orElseThrow().parameters();
            shared.removeIf(mine -> others.stream()
                    .noneMatch(other -> other.name().equals(mine.name())
                            && other.kind() == mine.kind()
                            && other.choices().equals(mine.choices())));
        }
        return shared;
    }
}
