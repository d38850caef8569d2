package convas.editor;

import convas.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/** The few questions and messages that interrupt. */
final class Dialogs {
    /** What to do with unsaved work. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** What to do with a file that somebody else changed. */
    enum Overwrite {
        OVERWRITE,
        ELSEWHERE,
        CANCEL
    }

    private final Texts texts;
    private final Supplier<Window> owner;

    Dialogs(Texts texts, Supplier<Window> owner) {
        this.texts = texts;
        this.owner = owner;
    }

    /** A headline and everything that is wrong, all at once. */
    void problems(String headline, List<String> problems) {
        Alert alert = new Alert(Alert.AlertType.ERROR);
        alert.initOwner(owner.get());
        alert.setTitle("Convas");
        alert.setHeaderText(headline);
        TextArea lines = new TextArea(String.join("\n", problems));
        lines.setId("dialog-problems");
        lines.setEditable(false);
        lines.setWrapText(true);
        lines.setPrefSize(640, Math.min(320, 60 + 24 * problems.size()));
        alert.getDialogPane().setContent(lines);
        alert.show();
    }

    Unsaved unsaved(String name) {
        ButtonType save = new ButtonType(texts.get("editor.unsaved.save"), ButtonData.YES);
        ButtonType discard = new ButtonType(texts.get("editor.unsaved.discard"), ButtonData.NO);
        ButtonType cancel = new ButtonType(texts.get("editor.unsaved.cancel"), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, texts.get("editor.unsaved.text"), save, discard, cancel);
        alert.initOwner(owner.get());
        alert.setTitle("Convas");
        alert.setHeaderText(texts.get("editor.unsaved.title", name));
        Optional<ButtonType> answer = alert.showAndWait();
        if (answer.filter(save::equals).isPresent()) {
            return Unsaved.SAVE;
        }
        return answer.filter(discard::equals).isPresent() ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    /** Whether a file that somebody else changed is to be overwritten; the other button saves elsewhere. */
    Overwrite overwrite(String name) {
        ButtonType overwrite = new ButtonType(texts.get("editorsafety.overwrite"), ButtonData.YES);
        ButtonType elsewhere = new ButtonType(texts.get("editorsafety.saveAs"), ButtonData.NO);
        ButtonType cancel = new ButtonType(texts.get("editor.unsaved.cancel"), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(
                Alert.AlertType.WARNING, texts.get("editorsafety.overwriteText"), overwrite, elsewhere, cancel);
        alert.initOwner(owner.get());
        alert.setTitle("Convas");
        alert.setHeaderText(texts.get("editorsafety.overwriteTitle", name));
        Optional<ButtonType> answer = alert.showAndWait();
        if (answer.filter(overwrite::equals).isPresent()) {
            return Overwrite.OVERWRITE;
        }
        return answer.filter(elsewhere::equals).isPresent() ? Overwrite.ELSEWHERE : Overwrite.CANCEL;
    }

    /** Says that a file cannot be written; true where it is to be saved elsewhere. */
    boolean cannotWrite(String file, String why) {
        ButtonType elsewhere = new ButtonType(texts.get("editorsafety.saveAs"), ButtonData.YES);
        ButtonType close = new ButtonType(texts.get("editor.unsaved.cancel"), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.ERROR, texts.get("editor.save.why", why), elsewhere, close);
        alert.initOwner(owner.get());
        alert.setTitle("Convas");
        alert.setHeaderText(texts.get("editor.save.failed", file));
        alert.getDialogPane().setId("save-failed");
        return alert.showAndWait().filter(elsewhere::equals).isPresent();
    }

    /** Something to read. */
    void inform(String headline, String text) {
        Alert alert = new Alert(Alert.AlertType.INFORMATION);
        alert.initOwner(owner.get());
        alert.setTitle("Convas");
        alert.setHeaderText(headline);
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefSize(560, 420);
        alert.getDialogPane().setContent(area);
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        alert.show();
    }
}
