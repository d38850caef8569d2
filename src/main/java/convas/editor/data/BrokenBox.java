package convas.editor.data;

import convas.editor.tip.LateTip;
import convas.graph.Value;
import convas.text.Texts;
import convas.training.data.DataOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What cannot be read, by name, and beside it what a run is to do about it. */
final class BrokenBox extends VBox {
    private static final int NAMED = 3;

    /**
     * A box.
     *
     * @param heading how many there are, as a sentence; may be empty
     * @param sentences one for each that is named
     * @param refuses whether a run would not start
     * @param choice what is to be done, where the kind of data lets one choose
     * @param written what the recipe says of that
     */
    BrokenBox(
            String heading,
            List<String> sentences,
            boolean refuses,
            Optional<DataOption> choice,
            Optional<Value> written,
            OptionForm form,
            Texts texts) {
        super(4);
        setId("data-broken");
        getStyleClass().addAll("data-told", refuses ? "data-wrong" : "data-warning");
        if (!heading.isEmpty()) {
            Label first = new Label(heading);
            first.setWrapText(true);
            first.getStyleClass().add("text-bold");
            getChildren().add(first);
        }
        choice.ifPresent(option -> {
            ChoiceBox<String> box = form.choice(option, written);
            box.setId("data-corrupt");
            box.setMinWidth(Region.USE_PREF_SIZE);
            Label label = new Label(texts.get("editordata.option.corrupt"));
            label.setMinWidth(Region.USE_PREF_SIZE);
            label.setLabelFor(box);
            LateTip.on(label, texts.get("editordata.option.corrupt.tip"));
            HBox row = new HBox(8, label, box);
            row.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(row);
        });
        List<Node> named = new ArrayList<>();
        sentences.forEach(sentence -> {
            Label label = new Label(sentence);
            label.setWrapText(true);
            named.add(label);
        });
        getChildren().add(new Folded(named, NAMED, texts));
    }
}
