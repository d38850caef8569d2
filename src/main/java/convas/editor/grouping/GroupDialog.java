package convas.editor.grouping;

import convas.editor.Panels;
import convas.editor.document.Candidates.Candidate;
import convas.editor.inspector.ValueText;
import convas.editor.tip.OnScreen;
import convas.graph.Diagnostic;
import convas.graph.grouping.Promotion;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks what a new module is called, where the palette shows it, and which inner values become its parameters. */
final class GroupDialog {
    /**
     * What somebody wants the module to be.
     *
     * @param promotions under the names that were chosen
     */
    record Wish(String type, String category, List<Promotion> promotions) {}

    private final Texts texts;
    private final Map<CheckBox, TextField> names = new LinkedHashMap<>();
    private final List<Candidate> candidates;
    private final Dialog<ButtonType> dialog = new Dialog<>();

    @FXML
    private TextField name;

    @FXML
    private ComboBox<String> category;

    @FXML
    private GridPane values;

    @FXML
    private Label problems;

    /** @param attempt makes the module, or says why not; the dialog closes where it was made */
    GroupDialog(
            Panels panels,
            Window owner,
            String suggested,
            List<String> categories,
            List<Candidate> candidates,
            Function<Wish, List<Diagnostic>> attempt) {
        this.texts = panels.texts();
        this.candidates = candidates;
        VBox content = panels.load("group", this);
        name.setText(suggested);
        category.getItems().setAll(categories);
        category.setValue(texts.get("editor.group.ownCategory"));
        candidates.forEach(this::row);
        dialog.initOwner(owner);
        dialog.setTitle("Convas");
        dialog.setHeaderText(texts.get("editor.group.title"));
        dialog.getDialogPane().setContent(content);
        OnScreen.keep(dialog, owner);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
        Button accept = (Button) dialog.getDialogPane().lookupButton(ButtonType.OK);
        accept.setId("group-accept");
        accept.setText(texts.get("editor.group.accept"));
        Button cancel = (Button) dialog.getDialogPane().lookupButton(ButtonType.CANCEL);
        cancel.setText(texts.get("editor.unsaved.cancel"));
        accept.addEventFilter(ActionEvent.ACTION, event -> {
            List<Diagnostic> why = attempt.apply(wish());
            if (!why.isEmpty()) {
                problems.setText(String.join(
                        "\n", why.stream().map(each -> each.sentence(texts)).toList()));
                problems.setManaged(true);
                dialog.getDialogPane().getScene().getWindow().sizeToScene();
                event.consume();
            }
        });
    }

    private void row(Candidate candidate) {
        Promotion promotion = candidate.promotion();
        CheckBox chosen = new CheckBox(
                promotion.node() + "." + promotion.parameter() + " = " + ValueText.show(candidate.value()));
        chosen.setMnemonicParsing(false);
        chosen.setWrapText(true);
        chosen.setId("group-value-" + promotion.node() + "-" + promotion.parameter());
        TextField called = new TextField(promotion.name());
        called.setAccessibleText(texts.get("editor.group.called", promotion.node(), promotion.parameter()));
        called.disableProperty().bind(chosen.selectedProperty().not());
        values.addRow(names.size(), chosen, called);
        names.put(chosen, called);
    }

    private Wish wish() {
        List<Promotion> promotions = new ArrayList<>();
        List<CheckBox> boxes = List.copyOf(names.keySet());
        for (int index = 0; index < boxes.size(); index++) {
            if (boxes.get(index).isSelected()) {
                Promotion offered = candidates.get(index).promotion();
                String called = names.get(boxes.get(index)).getText().strip();
                promotions.add(new Promotion(offered.node(), offered.parameter(), called, offered.declaration()));
            }
        }
        String chosen = category.getEditor().getText().strip();
        return new Wish(name.getText().strip(), chosen, promotions);
    }

    /** Shows it, with the keyboard on the name. */
    void show() {
        dialog.show();
        name.requestFocus();
        name.selectAll();
    }
}
