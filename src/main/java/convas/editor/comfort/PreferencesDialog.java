package convas.editor.comfort;

import convas.editor.tip.OnScreen;
import convas.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;

/** Asks for the preferences; nothing changes before it is accepted. */
public final class PreferencesDialog {
    private final Texts texts;

    public PreferencesDialog(Texts texts) {
        this.texts = texts;
    }

    /** Asks, and waits; true where it was accepted, and then everything is applied. */
    public boolean ask(Window owner, List<Preference> rows) {
        GridPane grid = new GridPane();
        grid.setHgap(14);
        grid.setVgap(10);
        grid.setPrefWidth(460);
        for (int row = 0; row < rows.size(); row++) {
            Preference each = rows.get(row);
            if (each.label().isEmpty()) {
                grid.add(each.control(), 0, row, 2, 1);
            } else {
                Label label = new Label(each.label());
                label.setMinWidth(140);
                label.setAlignment(Pos.CENTER_LEFT);
                label.setLabelFor(each.control());
                each.control().setPrefWidth(260);
                grid.addRow(row, label, each.control());
            }
        }
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Convas");
        dialog.setHeaderText(texts.get("editorcomfort.title"));
        dialog.getDialogPane().setId("preferences");
        dialog.getDialogPane().setContent(grid);
        OnScreen.keep(dialog, owner);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
        Button accept = (Button) dialog.getDialogPane().lookupButton(ButtonType.OK);
        accept.setId("preferences-accept");
        accept.setText(texts.get("editorcomfort.accept"));
        Button cancel = (Button) dialog.getDialogPane().lookupButton(ButtonType.CANCEL);
        cancel.setText(texts.get("editor.unsaved.cancel"));
        boolean accepted = dialog.showAndWait().filter(ButtonType.OK::equals).isPresent();
        if (accepted) {
            rows.forEach(row -> row.apply().run());
        }
        return accepted;
    }
}
