package convas.editor.inspector;

import javafx.scene.control.Label;

/** Says below a field why what stands in it is not taken; takes no room while nothing is wrong. */
public final class Refusal extends Label {
    /** @param id of the field that it is about; its own is {@code error-ID} */
    public Refusal(String id) {
        setId("error-" + id);
        getStyleClass().add("field-error");
        setWrapText(true);
        say("");
    }

    /** Shows a sentence; an empty one takes the last away. */
    public void say(String sentence) {
        setText(sentence);
        setVisible(!sentence.isEmpty());
        setManaged(!sentence.isEmpty());
    }
}
