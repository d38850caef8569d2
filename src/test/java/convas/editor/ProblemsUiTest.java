package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going from problem to problem, and mending them. */
final class ProblemsUiTest {
    /** A convolution and one inside a module, each with a bias before a normalisation, which lints advise against. */
    private static final String ADVISED = """
        {"format": "convas-design", "version": 1, "name": "advised",
         "nodes": [
          {"id": "image", "type": "Input", "params": {"shape": [3, 16, 16]}, "position": [0, 0]},
          {"id": "conv", "type": "Conv2d", "params": {"out_channels": 16, "kernel_size": 3}, "position": [240, 0]},
          {"id": "norm", "type": "BatchNorm2d", "position": [480, 0]},
          {"id": "block", "type": "Biased", "position": [0, 160]},
          {"id": "scores", "type": "Output", "position": [240, 160]}],
         "edges": [
          {"from": "image", "to": "conv"}, {"from": "conv", "to": "norm"}, {"from": "norm", "to": "block"},
          {"from": "block", "to": "scores"}],
         "modules": {"Biased": {"type": "Biased", "category": "mine", "inputs": ["in"], "params": {},
          "nodes": [
           {"id": "inner", "type": "Conv2d", "params": {"out_channels": 16, "kernel_size": 3}},
           {"id": "after", "type": "BatchNorm2d"}],
          "edges": [{"from": "in", "to": "inner"}, {"from": "inner", "to": "after"}],
          "outputs": {"out": "after"}}}}
        """;

    @TempDir
    private Path home;

    private LiveEditor editor;

    private void open(String design) throws Exception {
        Path file = Files.writeString(home.resolve("design.json"), design);
        editor = LiveEditor.open(home, Optional.of(file), Map.of());
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private int problems() {
        return editor.find("#diagnostics-list", ListView.class).getItems().size();
    }

    @Test
    void theKeysGoFromProblemToProblemAndMendThem() throws Exception {
        open(ADVISED);
        editor.click("#dock-diagnostics");
        editor.await("both", () -> problems() == 2);
        editor.click(".convas-canvas");
        editor.shortcut(KeyCode.F8);
        editor.await("the first", () -> editor.document().selection().single().equals(Optional.of("conv")));
        assertTrue(editor.text("#status-hint").contains("conv"));
        editor.shortcut(KeyCode.F8);
        editor.await("the one inside", () -> editor.document().sheet().place().depth() == 1);
        assertEquals(Optional.of("inner"), editor.document().selection().single());
        editor.shortcut(KeyCode.SHIFT, KeyCode.F8);
        editor.await("the first again", () -> editor.document().sheet().place().depth() == 0);

        editor.shortcut(KeyCode.ALT, KeyCode.ENTER);
        editor.await("no bias", this::isMended);
        editor.await("one less", () -> problems() == 1);
        editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
        editor.await("both again", () -> problems() == 2);
    }

    @Test
    void theListIsUsedByTheKeyboardAlone() throws Exception {
        open(ADVISED);
        editor.click("#dock-diagnostics");
        editor.await("both", () -> problems() == 2);
        editor.click("#diagnostics-list .list-cell");
        editor.shortcut(KeyCode.DOWN);
        editor.shortcut(KeyCode.ENTER);
        editor.await(
                "the one inside", () -> editor.document().selection().single().equals(Optional.of("inner")));
        editor.shortcut(KeyCode.UP);
        editor.shortcut(KeyCode.ALT, KeyCode.ENTER);
        editor.await("no bias", this::isMended);
        editor.await("one less", () -> problems() == 1);
    }

    private boolean isMended() {
        return editor.document()
                .design()
                .graph()
                .node("conv")
                .map(node -> node.params().get("bias"))
                .equals(Optional.of(Value.of(false)));
    }

    private boolean said(String sentence) {
        return editor.find("#status-problems", Button.class).getText().equals(sentence);
    }

    @Test
    void theStatusBarCountsErrorsAndAdviceApart() throws Exception {
        open(ADVISED);
        editor.await("the advice", () -> said("No errors, 2 warnings"));
        editor.shortcut(KeyCode.F8);
        editor.shortcut(KeyCode.ALT, KeyCode.ENTER);
        editor.await("one less", () -> said("No errors, 1 warning"));
        editor.fill("#field-groups", "7");
        // An error in the way keeps the advice from being looked for.
        editor.await("the error", () -> said("1 error"));
        editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        editor.await("the error in the other theme", () -> said("1 error"));
    }

    @Test
    void theStatusBarCountsInChineseToo() throws Exception {
        Path file = Files.writeString(home.resolve("design.json"), ADVISED);
        editor = LiveEditor.open(home, Optional.of(file), Map.of("language", "zh-CN"));
        editor.await("the advice", () -> said("\u6ca1\u6709\u9519\u8bef\uff0c2 \u4e2a\u8b66\u544a"));
    }
}
