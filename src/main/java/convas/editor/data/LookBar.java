package convas.editor.data;

import convas.editor.tip.LateTip;
import convas.text.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** How far the whole look at the data is, a way to end it, and to do it again; and a button that copies what was found. */
final class LookBar {
    private final Texts texts;
    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();
    private final Button cancel;
    private final Button again;
    private final Button copy;
    private final HBox root;

    LookBar(Texts texts, Runnable cancels, Runnable looks, Runnable copies) {
        this.texts = texts;
        cancel = button("cancel", cancels);
        again = button("again", looks);
        bar.setId("data-look-progress");
        bar.setMinWidth(60);
        bar.setPrefWidth(80);
        words.setId("data-look");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("text-muted");
        HBox.setHgrow(words, Priority.ALWAYS);
        copy = button("copy", copies);
        root = new HBox(8, bar, words, cancel, again, copy);
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("panel-bar");
    }

    HBox root() {
        return root;
    }

    /** The button that is always there. */
    Button copying() {
        return copy;
    }

    private Button button(String name, Runnable action) {
        Button button = new Button(texts.get("editordata.look." + name));
        button.setId("data-look-" + name);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        LateTip.on(button, texts.get("editordata.look." + name + "Tip"));
        button.setOnAction(event -> action.run());
        return button;
    }

    /**
     * Shows a state.
     *
     * @param progress absent while nothing is read
     * @param whole whether every file was read
     */
    void show(Optional<WholeLook.Progress> progress, boolean whole) {
        shown(bar, progress.isPresent());
        shown(cancel, progress.isPresent());
        shown(again, progress.isEmpty());
        if (progress.isPresent()) {
            WholeLook.Progress now = progress.get();
            bar.setProgress(now.all() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) now.files() / now.all());
            words.setText(
                    now.all() == 0
                            ? texts.get("editordata.look.begins")
                            : texts.get("editordata.look.reads", now.files(), now.all()));
        } else {
            words.setText(texts.get(whole ? "editordata.look.whole" : "editordata.look.part"));
        }
    }

    private static void shown(Region control, boolean is) {
        control.setVisible(is);
        control.setManaged(is);
    }
}
