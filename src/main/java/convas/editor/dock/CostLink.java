package convas.editor.dock;

import convas.editor.document.Document;
import convas.editor.document.Selection;
import convas.editor.task.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.TableView;

/**
 * Keeps what is selected in the cost table and what is selected on the canvas together. Rows inside a module stand for
 * the module's node on the sheet that is shown, and a node for its row or, in the flat form, for the rows inside it.
 */
final class CostLink {
    private final TableView<CostRow> table;
    /** Asks for rows that the tree hides now. */
    private final Consumer<Set<String>> reveal;

    private Optional<Document> document = Optional.empty();
    private boolean following;

    CostLink(TableView<CostRow> table, Consumer<Set<String>> reveal) {
        this.table = table;
        this.reveal = reveal;
        Choice.follow(table.getSelectionModel(), () -> following, this::chosen);
    }

    void show(Optional<Document> shown) {
        document = shown;
    }

    /** Changes the rows without taking that for a choice of somebody. */
    void quietly(Runnable change) {
        boolean before = following;
        following = true;
        change.run();
        following = before;
    }

    /** Somebody chose rows: the canvas follows, as far as they lie on the sheet that is shown. */
    private void chosen() {
        if (following || document.isEmpty()) {
            return;
        }
        Set<String> ids = nodes();
        if (!ids.isEmpty()) {
            quietly(() -> document.get().select(Selection.ofNodes(ids)));
        }
    }

    /** The nodes of the sheet that is shown which the chosen rows are or lie within. */
    private Set<String> nodes() {
        Set<String> ids = new LinkedHashSet<>();
        for (CostRow row : table.getSelectionModel().getSelectedItems()) {
            if (row != null) {
                Whereabouts.onSheet(document.orElseThrow(), row.path()).ifPresent(ids::add);
            }
        }
        return ids;
    }

    /**
     * The chosen rows become those that are selected on the canvas, unless they mean the same already.
     *
     * @param open whether rows that the tree hides are brought to light; not so where somebody has just hidden them
     */
    void follow(boolean open) {
        if (following || document.isEmpty()) {
            return;
        }
        Document shown = document.get();
        Set<String> wanted = shown.selection().nodes();
        if (nodes().equals(wanted)) {
            return;
        }
        Set<String> paths = new HashSet<>();
        wanted.forEach(id -> paths.add(shown.sheet().place().path(id)));
        if (open) {
            quietly(() -> reveal.accept(paths));
        }
        choose(paths);
    }

    /** Selects the rows of these paths, without taking that for a choice of somebody. */
    void choose(Set<String> paths) {
        quietly(() -> select(paths));
    }

    private void select(Set<String> paths) {
        List<Integer> rows = new ArrayList<>();
        for (int index = 0; index < table.getItems().size(); index++) {
            if (paths.contains(table.getItems().get(index).path())) {
                rows.add(index);
            }
        }
        if (rows.isEmpty() && !paths.isEmpty()) {
            // The flat form has no rows of modules, but those of what is in them.
            for (int index = 0; index < table.getItems().size(); index++) {
                String path = table.getItems().get(index).path();
                if (paths.stream().anyMatch(outer -> path.startsWith(outer + "/") || path.startsWith(outer + "."))) {
                    rows.add(index);
                }
            }
        }
        table.getSelectionModel().clearSelection();
        if (!rows.isEmpty()) {
            int[] more = rows.stream().skip(1).mapToInt(Integer::intValue).toArray();
            table.getSelectionModel().selectIndices(rows.get(0), more);
            table.scrollTo(Math.max(0, rows.get(0) - 2));
        }
    }
}
