package convas.editor.drawing;

import convas.editor.Panels;
import convas.editor.overlay.Overlay;
import convas.editor.tip.OnScreen;
import convas.text.Texts;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks how the sheet is to be drawn, and into which file. Stays open until that is written. */
final class PictureDialog {
    private static final double MOST_SCALE = 100;

    private final Texts texts;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final Set<String> selected;
    private final Optional<Overlay> overlay;
    private final BiConsumer<PictureOptions, Path> write;

    @FXML
    private ComboBox<PictureFormat> format;

    @FXML
    private ComboBox<String> ground;

    @FXML
    private TextField scale;

    @FXML
    private TextField file;

    @FXML
    private Button browse;

    @FXML
    private CheckBox selection;

    @FXML
    private CheckBox shapes;

    @FXML
    private CheckBox colours;

    @FXML
    private Label problem;

    private Button accept;

    /**
     * @param suggested where to write
     * @param dark which ground is offered first
     * @param selected the nodes that are selected
     * @param overlay the number that is shown by colour
     * @param write begins to draw and write; tells this dialog by {@link #failed} or {@link #close}
     */
    PictureDialog(
            Panels panels,
            Window owner,
            Path suggested,
            boolean dark,
            Set<String> selected,
            Optional<Overlay> overlay,
            BiConsumer<PictureOptions, Path> write) {
        this.texts = panels.texts();
        this.selected = selected;
        this.overlay = overlay;
        this.write = write;
        VBox content = panels.load("picture", "editorpicture", this);
        format.getItems().setAll(PictureFormat.values());
        format.setValue(PictureFormat.SVG);
        format.valueProperty().addListener((property, before, now) -> file.setText(withEnding(file.getText(), now)));
        ground.getItems().setAll(texts.get("editorpicture.light"), texts.get("editorpicture.dark"));
        ground.getSelectionModel().select(dark ? 1 : 0);
        scale.disableProperty().bind(format.valueProperty().isNotEqualTo(PictureFormat.PNG));
        file.setText(suggested.toString());
        selection.setDisable(selected.isEmpty());
        colours.setDisable(overlay.isEmpty());
        colours.setSelected(overlay.isPresent());
        browse.setOnAction(event -> choose(owner));
        dialog.initOwner(owner);
        dialog.setTitle("Convas");
        dialog.setHeaderText(texts.get("editorpicture.title"));
        dialog.getDialogPane().setContent(content);
        OnScreen.keep(dialog, owner);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
        accept = (Button) dialog.getDialogPane().lookupButton(ButtonType.OK);
        accept.setId("picture-accept");
        accept.setText(texts.get("editorpicture.accept"));
        Button cancel = (Button) dialog.getDialogPane().lookupButton(ButtonType.CANCEL);
        cancel.setText(texts.get("editor.unsaved.cancel"));
        accept.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            begin();
        });
    }

    private static String withEnding(String name, PictureFormat format) {
        return PictureFormat.of(name)
                .map(old -> name.substring(0, name.length() - old.ending().length()) + format.ending())
                .orElse(name + "." + format.ending());
    }

    private void choose(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("editorpicture.title"));
        String ending = format.getValue().ending();
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(format.getValue().name(), "*." + ending));
        File now = new File(file.getText()).getAbsoluteFile();
        if (now.getParentFile() != null && now.getParentFile().isDirectory()) {
            chooser.setInitialDirectory(now.getParentFile());
        }
        chooser.setInitialFileName(now.getName());
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            file.setText(withEnding(chosen.getPath(), format.getValue()));
        }
    }

    private void begin() {
        OptionalDouble wanted = wantedScale();
        Optional<Path> path = path();
        if (wanted.isEmpty()) {
            failed(texts.get("editorpicture.badScale", MOST_SCALE, scale.getText()));
        } else if (path.isEmpty()) {
            failed(texts.get("editorpicture.badFile", file.getText()));
        } else {
            problem.setText("");
            accept.setDisable(true);
            write.accept(
                    new PictureOptions(
                            format.getValue(),
                            ground.getSelectionModel().getSelectedIndex() == 1,
                            wanted.getAsDouble(),
                            shapes.isSelected(),
                            selection.isSelected() ? selected : Set.of(),
                            colours.isSelected() ? overlay : Optional.empty()),
                    path.get());
        }
    }

    private OptionalDouble wantedScale() {
        if (format.getValue() != PictureFormat.PNG) {
            return OptionalDouble.of(1);
        }
        try {
            double value = Double.parseDouble(scale.getText().strip());
            return value > 0 && value <= MOST_SCALE ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }

    private Optional<Path> path() {
        try {
            return file.getText().isBlank()
                    ? Optional.empty()
                    : Optional.of(Path.of(withEnding(file.getText().strip(), format.getValue())));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** It was not written, with the reason. */
    void failed(String sentence) {
        accept.setDisable(false);
        problem.setText(sentence);
        problem.setManaged(true);
        dialog.getDialogPane().getScene().getWindow().sizeToScene();
    }

    void show() {
        dialog.show();
        file.requestFocus();
        file.end();
    }

    void close() {
        dialog.close();
    }
}
