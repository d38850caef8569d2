package convas.editor.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.catalog.BuiltinCatalog;
import convas.editor.Command;
import convas.graph.Graph;
import convas.graph.Node;
import convas.operator.Catalog;
import convas.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

final class SuggestionsTest {
    private final Catalog catalog = BuiltinCatalog.create();
    private final Graph sheet = new Graph(
            List.of(new Node("ghost", "GhostModule", Map.of()), new Node("conv1", "Conv2d", Map.of())), List.of());
    private final List<Command> commands = List.of(
            Command.of("file.save", "Shortcut+S", () -> {}),
            Command.of("edit.undo", "", new SimpleBooleanProperty(false), () -> {}));

    private List<String> find(Locale language, String typed) {
        return new Suggestions(new Texts(language), commands)
                .find(typed, catalog.all(), sheet).stream()
                        .map(found -> found.getClass().getSimpleName() + " " + found.name())
                        .toList();
    }

    @Test
    void aNodeOfTheSheetComesBeforeTypes() {
        List<String> found = find(Locale.ENGLISH, "ghost");
        assertEquals("Find ghost", found.get(0));
        assertTrue(found.contains("Add GhostModule"), found::toString);
    }

    @Test
    void aTypeIsFoundByItsLettersInOrderAndByAnAlias() {
        assertEquals("Add Conv2d", find(Locale.ENGLISH, "conv2d").get(0));
        assertTrue(find(Locale.ENGLISH, "bnorm").contains("Add BatchNorm2d"));
        assertTrue(find(Locale.ENGLISH, "cheap operation").contains("Add GhostModule"));
    }

    @Test
    void chineseWordsFindTypes() {
        assertTrue(find(Locale.SIMPLIFIED_CHINESE, "\u5ec9\u4ef7").contains("Add GhostModule"));
    }

    @Test
    void commandsThatCannotBeDoneNowAreNotOffered() {
        assertEquals(List.of("Run Save"), find(Locale.ENGLISH, ""));
        assertEquals(List.of("Run Save"), find(Locale.ENGLISH, "save"));
    }
}
