package convas.editor.keys;

import convas.text.Texts;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/** All commands with their keys, to be searched. */
public final class ShortcutSheet {
    private final Texts texts;
    private final List<KeyRow> rows;
    private final TableView<KeyRow> table = new TableView<>();
    private final TextField search = new TextField();

    public ShortcutSheet(Texts texts, List<KeyRow> rows) {
        this.texts = texts;
        this.rows = List.copyOf(rows);
        search.setId("keys-search");
        search.setPromptText(texts.get("editorkeys.search"));
        search.setAccessibleText(texts.get("editorkeys.search"));
        search.textProperty().addListener((property, before, now) -> fill());
        table.setId("keys-table");
        table.setAccessibleText(texts.get("editor.command.help.keys"));
        table.getStyleClass().add("dense");
        table.setPlaceholder(new Label(texts.get("editorkeys.nothing")));
        column("group", 120).setCellValueFactory(row -> new ReadOnlyStringWrapper(group(row.getValue())));
        column("name", 340)
                .setCellValueFactory(
                        row -> new ReadOnlyStringWrapper(row.getValue().name()));
        column("keys", 280)
                .setCellValueFactory(
                        row -> new ReadOnlyStringWrapper(row.getValue().keys()));
        fill();
    }

    private TableColumn<KeyRow, String> column(String key, double width) {
        TableColumn<KeyRow, String> column = new TableColumn<>(texts.get("editorkeys.column." + key));
        column.getStyleClass().add("keys-" + key);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
        return column;
    }

    private void fill() {
        table.getItems()
                .setAll(rows.stream().filter(row -> row.fits(search.getText())).toList());
    }

    /** The group's name stands in its first line only. */
    private String group(KeyRow row) {
        int at = table.getItems().indexOf(row);
        return at > 0 && table.getItems().get(at - 1).group().equals(row.group()) ? "" : row.group();
    }

    /** Shows the sheet; work goes on meanwhile. */
    public void show(Window owner) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(texts.get("editor.command.help.keys"));
        VBox content = new VBox(8, search, table);
        content.setPadding(new Insets(14, 16, 0, 16));
        VBox.setVgrow(table, Priority.ALWAYS);
        // The style sheet would keep a dialog narrower than its columns.
        dialog.getDialogPane().setMinWidth(820);
        content.setPrefSize(780, Math.min(620, owner.getHeight() - 120));
        dialog.getDialogPane().setId("keys-sheet");
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        ButtonType close = new ButtonType(texts.get("editorkeys.close"), ButtonType.CLOSE.getButtonData());
        dialog.getDialogPane().getButtonTypes().setAll(close);
        dialog.setOnShown(event -> search.requestFocus());
        dialog.show();
    }
}
