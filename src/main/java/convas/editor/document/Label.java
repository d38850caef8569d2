package convas.editor.document;

import convas.text.Texts;
import java.util.List;

/** The name of an edit, for the undo menu: a key in the resource bundles and what fills its placeholders. */
public record Label(String key, List<String> arguments) {
    public Label {
        arguments = List.copyOf(arguments);
    }

    public static Label of(String key, Object... arguments) {
        return new Label(key, List.of(arguments).stream().map(String::valueOf).toList());
    }

    public String in(Texts texts) {
        return texts.get(key, arguments);
    }
}
