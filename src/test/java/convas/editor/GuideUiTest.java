package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tutorial beside the window, in both languages. */
final class GuideUiTest {
    /** Keys, figures that are typed, code and pictures are the same in every language. */
    private static final Pattern SAME =
            Pattern.compile("(?:Ctrl|Alt|Shift)\\+[A-Za-z+]+|\\bF\\d\\b|`[^`]+`|images/\\w+");

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void helpShowsTheTutorialBesideTheWindow(String language) throws Exception {
        try (LiveEditor editor = LiveEditor.open(home, Optional.empty(), Map.of("language", language))) {
            MenuBar menus = editor.find("#menu-bar", MenuBar.class);
            LiveEditor.onWindowThread(() -> {
                menus.getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(item -> "command-help.tutorial".equals(item.getId()))
                        .forEach(MenuItem::fire);
                return null;
            });
            editor.await("the tutorial", () -> AnyWindow.find("#guide-tasks").isPresent());
            ListView<?> tasks = (ListView<?>) AnyWindow.find("#guide-tasks").orElseThrow();
            ScrollPane text = (ScrollPane) AnyWindow.find("#guide-text").orElseThrow();
            assertEquals(12, LiveEditor.onWindowThread(() -> tasks.getItems().size()));
            assertEquals(
                    4,
                    LiveEditor.onWindowThread(() -> text.getContent().lookupAll("ImageView").stream()
                            .map(ImageView.class::cast)
                            .filter(view -> view.getImage().getWidth() > 0)
                            .count()));

            editor.shortcut(KeyCode.END);
            editor.await("the last task", () -> text.getVvalue() > 0.9);
            editor.shortcut(KeyCode.ESCAPE);
            AnyWindow.awaitNo(editor, "#guide-tasks");
        }
    }

    @Test
    void bothLanguagesNameTheSameKeysAndPictures() throws IOException {
        List<String> english = same("tutorial.md");
        assertTrue(english.size() > 40, english::toString);
        assertEquals(english, same("tutorial_zh.md"));
    }

    private static List<String> same(String name) throws IOException {
        List<String> found = new ArrayList<>();
        for (String section : Files.readString(LiveEditor.project("docs", name)).split("(?m)^## ")) {
            List<String> here = new ArrayList<>();
            Matcher matcher = SAME.matcher(section);
            while (matcher.find()) {
                here.add(matcher.group());
            }
            // Another language may name them in another order within a task.
            here.sort(null);
            found.addAll(here);
        }
        return found;
    }
}
