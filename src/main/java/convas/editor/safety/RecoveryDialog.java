package convas.editor.safety;

import convas.text.Texts;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Offers what a program that ended suddenly left behind. Whatever is neither taken nor thrown away stays. */
public final class RecoveryDialog {
    private final Texts texts;

    public RecoveryDialog(Texts texts) {
        this.texts = texts;
    }

    /**
     * What a person wants.
     *
     * @param open to be opened again
     * @param discard to be thrown away
     */
    public record Answer(List<Recovery.Lost> open, List<Recovery.Lost> discard) {
        public Answer {
            open = List.copyOf(open);
            discard = List.copyOf(discard);
        }
    }

    /** Asks, and waits for the answer. */
    public Answer ask(Window owner, List<Recovery.Lost> lost) {
        ButtonType recover = new ButtonType(texts.get("editorsafety.recover"), ButtonData.OK_DONE);
        ButtonType discard = new ButtonType(texts.get("editorsafety.discard"), ButtonData.OTHER);
        ButtonType later = new ButtonType(texts.get("editorsafety.later"), ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Convas");
        dialog.setHeaderText(texts.get("editorsafety.title"));
        dialog.getDialogPane().setId("recovery-dialog");
        dialog.getDialogPane().getButtonTypes().addAll(recover, discard, later);
        dialog.getDialogPane().lookupButton(recover).setId("recovery-recover");
        dialog.getDialogPane().lookupButton(discard).setId("recovery-discard");
        dialog.getDialogPane().lookupButton(later).setId("recovery-later");
        List<CheckBox> boxes = new ArrayList<>();
        VBox lines = new VBox(8);
        for (Recovery.Lost each : lost) {
            CheckBox box = new CheckBox(line(each.work()));
            box.setMnemonicParsing(false);
            box.setSelected(true);
            boxes.add(box);
            lines.getChildren().add(box);
        }
        Label why = new Label(texts.get("editorsafety.why"));
        why.setWrapText(true);
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(Math.min(260, 34.0 * lost.size()));
        VBox content = new VBox(12, why, scroll);
        content.setPrefWidth(620);
        dialog.getDialogPane().setContent(content);
        ButtonType answer = dialog.showAndWait().orElse(later);
        List<Recovery.Lost> chosen = new ArrayList<>();
        for (int index = 0; index < lost.size(); index++) {
            if (boxes.get(index).isSelected()) {
                chosen.add(lost.get(index));
            }
        }
        if (answer == later) {
            return new Answer(List.of(), List.of());
        }
        return answer == recover ? new Answer(chosen, List.of()) : new Answer(List.of(), chosen);
    }

    private String line(Keepsake work) {
        String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(ZoneId.systemDefault())
                .format(work.kept());
        int nodes = work.design().graph().nodes().size();
        return work.file()
                .map(Path::toString)
                .map(file -> texts.get("editorsafety.lineFile", work.name(), nodes, time, file))
                .orElseGet(() -> texts.get("editorsafety.line", work.name(), nodes, time));
    }
}
