package convas.editor.inspector;

import convas.editor.keys.FieldKeys;
import convas.editor.tip.LateTip;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Makes text fields that hand on what was typed with Enter or when one leaves them; Escape puts it back. */
public final class Fields {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private Fields() {}

    /** A field that takes whatever is typed. */
    static TextField text(String id, String value, String tip, Consumer<String> commit) {
        return text(id, value, tip, typed -> "", sentence -> {}, commit);
    }

    /**
     * A field.
     *
     * @param refusal why what was typed is not taken, as a sentence; an empty one takes it
     * @param say gets that sentence, and an empty one when there is nothing to say any more
     */
    public static TextField text(
            String id,
            String value,
            String tip,
            UnaryOperator<String> refusal,
            Consumer<String> say,
            Consumer<String> commit) {
        TextField field = new TextField(value);
        field.setId(id);
        field.setAccessibleText(tip);
        LateTip.on(field, tip);
        field.setMaxWidth(Double.MAX_VALUE);
        String[] known = {value};
        Runnable hand = () -> {
            String typed = field.getText().strip();
            String why = typed.equals(known[0]) ? "" : refusal.apply(typed);
            field.pseudoClassStateChanged(WRONG, !why.isEmpty());
            say.accept(why);
            if (why.isEmpty() && !typed.equals(known[0])) {
                known[0] = typed;
                commit.accept(typed);
            }
        };
        field.setOnAction(event -> hand.run());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                hand.run();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                field.setText(known[0]);
                field.pseudoClassStateChanged(WRONG, false);
                say.accept("");
                event.consume();
            }
        });
        FieldKeys.passUndo(field, () -> field.getText().equals(known[0]));
        return field;
    }
}
