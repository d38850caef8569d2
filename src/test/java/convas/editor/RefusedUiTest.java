package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person types and the window does not take is told with the reason (issue 15: a red frame was all). */
final class RefusedUiTest {
    @TempDir
    private Path home;

    private static String said(LiveEditor editor, String field) {
        Label label = editor.find("#error-" + field, Label.class);
        assertTrue(label.isVisible() && label.getWidth() > 0, field);
        return label.getText();
    }

    @Test
    void anIdThatIsNotTakenSaysWhy() throws Exception {
        Path file = LiveEditor.project("presets", "digits-plain.json");
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            editor.click(editor.card("conv2"));
            editor.fill("#field-id", "my conv");
            assertEquals("An id has no spaces. Found “my conv”; “my_conv” would do.", said(editor, "id"));
            editor.fill("#field-id", "conv3");
            assertEquals("Something else on this sheet is called conv3 already.", said(editor, "id"));
            editor.fill("#field-id", "3x3");
            assertEquals(
                    "An id has letters from a to z, digits, _ and -, and begins with a letter or _. Found “3x3”.",
                    said(editor, "id"));
            assertTrue(editor.document().design().graph().node("conv2").isPresent());
            editor.click("#field-id");
            editor.robot().push(KeyCode.ESCAPE);
            assertEquals("", editor.text("#error-id"));
            editor.fill("#field-id", "my_conv");
            assertEquals(Optional.of("my_conv"), editor.document().selection().single());
        }
    }

    @Test
    void variablesAndTheRecipeSayItToo() throws Exception {
        Path file = LiveEditor.project("presets", "digits-plain.json");
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of("language", "zh-CN"))) {
            editor.fill("#variable-new", "my width=2");
            assertEquals("变量名由字母 a 到 z、数字和 _ 组成，以字母或 _ 开头。实际为“my width”。", said(editor, "variable-new"));
            editor.fill("#variable-new", "width=2");
            assertEquals("已有变量 width。", said(editor, "variable-new"));
            editor.fill("#recipe-epochs", "=3");
            assertEquals("训练方案只接受普通值，不接受表达式。实际为“=3”。", said(editor, "recipe-epochs"));
            editor.fill("#recipe-epochs", "ten");
            assertTrue(said(editor, "recipe-epochs").contains("ten"), said(editor, "recipe-epochs"));
            editor.fill("#recipe-epochs", "3");
            assertEquals("", editor.text("#error-recipe-epochs"));
        }
    }
}
