package convas.editor.grouping;

import convas.editor.Panels;
import convas.editor.document.Candidates;
import convas.editor.document.Document;
import convas.editor.document.DocumentState;
import convas.editor.document.Edit;
import convas.editor.document.Label;
import convas.editor.document.OpenSheet;
import convas.editor.document.Selection;
import convas.editor.document.Words;
import convas.editor.task.Tasks;
import convas.graph.Diagnostic;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.Scope;
import convas.graph.grouping.Grouping;
import convas.graph.grouping.Regrouping;
import convas.graph.grouping.Ungrouping;
import convas.operator.Module;
import convas.operator.NodeType;
import convas.text.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;

/** What a person can do with modules of their own. Each change of the design is one step of its history. */
public final class ModuleActions {
    private final Panels panels;
    private final Texts texts;
    private final Supplier<Window> owner;
    private final Tasks tasks;
    private final Shelf shelf;
    private final Runnable shelved;
    private final Consumer<String> hint;
    private final BiConsumer<String, List<String>> complain;

    /**
     * @param owner of dialogs
     * @param shelved called when the library has another module
     * @param hint shows a brief sentence
     * @param complain shows a headline and everything that is wrong
     */
    public ModuleActions(
            Panels panels,
            Supplier<Window> owner,
            Tasks tasks,
            Shelf shelf,
            Runnable shelved,
            Consumer<String> hint,
            BiConsumer<String, List<String>> complain) {
        this.panels = panels;
        this.texts = panels.texts();
        this.owner = owner;
        this.tasks = tasks;
        this.shelf = shelf;
        this.shelved = shelved;
        this.hint = hint;
        this.complain = complain;
    }

    /** Whether the nodes that are selected may be tried to be grouped. */
    public static boolean canGroup(DocumentState state) {
        return state.sheet().isEditable() && !state.selection().nodes().isEmpty();
    }

    /** Whether exactly one node is selected, and a module. */
    public static boolean canUngroup(DocumentState state) {
        return state.sheet().isEditable() && selectedModule(state).isPresent();
    }

    /** Whether a module of the design's own is selected or open. */
    public static boolean canSave(DocumentState state) {
        return toSave(state).isPresent();
    }

    /** Asks for a name and parameters, and makes the selected nodes a module of the design. */
    public void group(Document document) {
        OpenSheet sheet = document.sheet();
        Scope scope = sheet.scope().orElse(Scope.DESIGN);
        Set<String> ids = document.selection().nodes();
        List<String> categories = List.copyOf(new LinkedHashSet<>(
                document.catalog().all().stream().map(NodeType::category).toList()));
        List<Candidates.Candidate> candidates = Candidates.of(sheet.sheet().graph(), ids, document.catalog());
        new GroupDialog(panels, owner.get(), freeName(document), categories, candidates, wish -> {
                    Grouping grouping = new Grouping(
                            ids, wish.type(), wish.category(), Words.snakeCase(wish.type()), wish.promotions());
                    Regrouping made = grouping.in(
                            document.design(),
                            scope,
                            type -> document.catalog().find(type).isPresent());
                    apply(document, made, Label.of("editor.edit.group", wish.type()));
                    return made.problems();
                })
                .show();
    }

    private static String freeName(Document document) {
        String name = "MyModule";
        for (int number = 2; document.catalog().find(name).isPresent(); number++) {
            name = "MyModule" + number;
        }
        return name;
    }

    /** Puts the body of the selected module in its place. */
    public void ungroup(Document document) {
        DocumentState state = document.state();
        selectedModule(state).ifPresent(body -> {
            String id = state.selection().single().orElseThrow();
            Scope scope = state.sheet().scope().orElse(Scope.DESIGN);
            Regrouping made = new Ungrouping(id, body).in(document.design(), scope);
            apply(document, made, Label.of("editor.edit.ungroup", id));
            if (!made.problems().isEmpty()) {
                complain.accept(texts.get("editor.ungroup.refused", id), sentences(made.problems()));
            }
        });
    }

    private static void apply(Document document, Regrouping made, Label label) {
        made.design()
                .ifPresent(after ->
                        document.apply(Edit.of(label, before -> after).selecting(Selection.ofNodes(made.nodes()))));
    }

    /** Keeps the module that is selected or open in the user's library. */
    public void save(Document document) {
        toSave(document.state()).ifPresent(body -> {
            String headline = texts.get("editor.library.notSaved", body.type());
            tasks.start(
                    () -> shelf.save(body),
                    problems -> {
                        if (problems.isEmpty()) {
                            shelved.run();
                            hint.accept(texts.get("editor.library.saved", body.type()));
                        } else {
                            complain.accept(headline, sentences(problems));
                        }
                    },
                    failure -> complain.accept(headline, List.of(texts.get("editor.save.why", failure.getMessage()))));
        });
    }

    private List<String> sentences(List<Diagnostic> problems) {
        return problems.stream().map(problem -> problem.sentence(texts)).toList();
    }

    private static Optional<ModuleBody> selectedModule(DocumentState state) {
        return state.selection()
                .single()
                .flatMap(state.sheet().sheet().graph()::node)
                .map(Node::type)
                .flatMap(state.catalog()::find)
                .filter(Module.class::isInstance)
                .map(type -> ((Module) type).body());
    }

    private static Optional<ModuleBody> toSave(DocumentState state) {
        return selectedModule(state)
                .or(() -> state.sheet().body())
                .filter(body -> state.design().modules().containsKey(body.type()));
    }
}
