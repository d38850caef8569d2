package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The box at the top as a person types into it. */
final class FindUiTest {
    @TempDir
    private Path home;

    @Test
    void aConditionSelectsAllThatFitAndGoesToOneInsideAModule() throws Exception {
        try (LiveEditor editor =
                LiveEditor.open(home, Optional.of(LiveEditor.project("presets", "ghostnet.json")), Map.of())) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.K);
            editor.robot().write("type:GhostBottleneck macs>12M");
            editor.shortcut(KeyCode.ENTER);
            // Of the sixteen bottlenecks these three need more than twelve million MACs.
            editor.await(
                    "the three",
                    () -> editor.document().selection().nodes().equals(Set.of("down2", "stage4d", "down5")));
            editor.shortcut(KeyCode.CONTROL, KeyCode.K);
            editor.robot().write("type:Conv2d macs>7.5M");
            editor.shortcut(KeyCode.ENTER);
            editor.await("the body", () -> editor.document().sheet().place().depth() == 1);
            assertEquals(Optional.of("conv"), editor.document().selection().single());
        }
    }

    @Test
    void theBoxOpensOnTheGroundAddsByAnotherNameAndRunsCommands() throws Exception {
        try (LiveEditor editor =
                LiveEditor.open(home, Optional.of(LiveEditor.project("presets", "digits-plain.json")), Map.of())) {
            editor.doubleClick(editor.onSheet(130, 92));
            editor.robot().write("swish");
            editor.shortcut(KeyCode.ENTER);
            editor.await(
                    "the layer",
                    () -> editor.document().design().graph().node("swish").isPresent());
            editor.doubleClick(editor.onSheet(330, 95));
            editor.robot().write("type:Conv2d params>=9.2K");
            editor.shortcut(KeyCode.ENTER);
            editor.await(
                    "the three", () -> editor.document().selection().nodes().equals(Set.of("conv3", "conv4", "conv5")));
            editor.shortcut(KeyCode.CONTROL, KeyCode.K);
            editor.robot().write("undo");
            editor.shortcut(KeyCode.ENTER);
            editor.await(
                    "no layer",
                    () -> editor.document().design().graph().node("swish").isEmpty());
        }
    }
}
