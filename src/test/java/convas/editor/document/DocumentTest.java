package convas.editor.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.catalog.BuiltinCatalog;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Point;
import convas.graph.Value;
import convas.operator.Catalog;
import convas.operator.Problem;
import convas.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final Point HERE = new Point(40, 60);

    private final Catalog catalog = BuiltinCatalog.create();
    private final Document document = new Document(catalog, Design.empty("net"), Optional.empty());

    @Test
    void addingANodeSelectsItAndGivesItWhatItsTypeRequires() {
        document.apply(document.intents().add("Conv2d", HERE));

        assertEquals(Set.of("conv2d"), document.selection().nodes());
        assertEquals(Optional.of(HERE), document.design().layout().of("conv2d"));
        Map<String, Value> params =
                document.design().graph().node("conv2d").orElseThrow().params();
        assertEquals(Value.of(16), params.get("out_channels"));
        assertEquals(Value.of(3), params.get("kernel_size"));
        assertEquals(2, params.size(), "nothing that has a default is written");
    }

    @Test
    void everyTypeOfTheLibraryCanBeAddedWithValuesThatItAccepts() {
        catalog.all().forEach(type -> {
            Map<String, Value> values = StartingValues.of(type);
            type.parameters().stream()
                    .filter(parameter -> values.containsKey(parameter.name()))
                    .forEach(parameter -> {
                        List<Problem> problems = new ArrayList<>();
                        parameter.read(values.get(parameter.name()), problems);
                        assertEquals(List.of(), problems, type.type());
                    });
        });
    }

    @Test
    void idsAreTheTypeInSnakeCaseAndCountedOn() {
        document.apply(document.intents().add("GhostModule", HERE));
        document.apply(document.intents().add("GhostModule", HERE));
        document.apply(document.intents().add("ReLU", HERE));
        document.apply(document.intents().add("CBAM", HERE));

        assertEquals(
                List.of("ghost_module", "ghost_module2", "relu", "cbam"),
                List.copyOf(document.design().graph().ids()));
    }

    @Test
    void undoAndRedoBringBackTheVeryDesignWithItsSelection() {
        Design empty = document.design();
        document.apply(document.intents().add("ReLU", HERE));
        Design one = document.design();
        document.apply(document.intents().delete(document.selection()));

        document.undo();
        assertSame(one, document.design());
        assertEquals(Set.of("relu"), document.selection().nodes());
        document.undo();
        assertSame(empty, document.design());
        document.redo();
        document.redo();
        assertTrue(document.design().graph().nodes().isEmpty());
        assertFalse(document.history().canRedo());
    }

    @Test
    void anEditThatChangesNothingLeavesNoTrace() {
        document.apply(document.intents().add("ReLU", HERE));

        assertFalse(document.apply(document.intents().place(Map.of("relu", HERE))));
        assertFalse(document.apply(document.intents().rename("relu", "no id!")));
        assertEquals(1, document.history().depth());
    }

    @Test
    void allEditsOfOneGestureAreOneStep() {
        document.apply(document.intents().add("ReLU", HERE));
        for (int step = 1; step <= 5; step++) {
            document.applyMerging("drag", document.intents().place(Map.of("relu", new Point(step, 0))));
        }
        document.endGesture();
        document.applyMerging("drag", document.intents().place(Map.of("relu", new Point(99, 0))));

        assertEquals(3, document.history().depth());
        document.undo();
        assertEquals(Optional.of(new Point(5, 0)), document.design().layout().of("relu"));
        document.undo();
        assertEquals(Optional.of(HERE), document.design().layout().of("relu"));
    }

    @Test
    void undoSaysWhatItTakesBackInBothLanguages() {
        document.apply(document.intents().add("ReLU", HERE));

        Label label = document.history().undoLabel().orElseThrow();
        assertEquals("Add ReLU", label.in(new Texts(Locale.ENGLISH)));
        assertEquals("添加 ReLU", label.in(new Texts(Locale.CHINESE)));
    }

    /** Issue 15: unfolding a module made the file count as changed. */
    @Test
    void howADesignIsLookedAtIsAStepOfTheHistoryButNoUnsavedWork() {
        document.look(unfolding(Set.of("stage")));
        assertFalse(document.isDirty());
        assertEquals(1, document.history().depth());
        document.apply(document.intents().add("ReLU", HERE));
        document.look(unfolding(Set.of()));
        assertTrue(document.isDirty());
        document.markSaved(Path.of("net.json"));
        assertFalse(document.isDirty());
        document.undo();
        assertFalse(document.isDirty());
        document.undo();
        assertTrue(document.isDirty());
        document.undo();
        assertEquals(Set.of(), document.design().view().expanded());
    }

    /** Issue 15: a design saved as my-net.json was still called untitled. */
    @Test
    void aDesignIsNamedAfterItsFirstFileUnlessAPersonNamedIt() {
        Path file = Path.of("somewhere", "my-net.json");
        document.apply(document.intents().add("ReLU", HERE));
        assertEquals("my-net", document.namedAfter(file).name());
        assertEquals(document.design().graph(), document.namedAfter(file).graph());
        document.apply("editor.edit.name", design -> design.withName("mine"));
        assertEquals("mine", document.namedAfter(file).name());
        document.undo();
        document.markSaved(Path.of("other.json"));
        assertEquals("net", document.namedAfter(file).name());
    }

    @Test
    void anotherLibraryIsUsedFromThenOn() {
        List<Change> heard = new ArrayList<>();
        document.addListener(heard::add);
        document.useLibrary(new Catalog(List.of()));
        assertEquals(Optional.empty(), document.catalog().find("ReLU"));
        assertEquals(1, heard.size());
        document.useLibrary(catalog);
        assertTrue(document.catalog().find("ReLU").isPresent());
    }

    private static Edit unfolding(Set<String> paths) {
        return Edit.of(
                Label.of("editorlayout.edit.expand", ""),
                design -> design.withView(design.view().withExpanded(paths)));
    }

    @Test
    void workIsUnsavedUntilTheDesignIsTheSavedOneAgain() {
        assertFalse(document.isDirty());
        document.apply(document.intents().add("ReLU", HERE));
        assertTrue(document.isDirty());
        document.markSaved(Path.of("net.json"));
        assertFalse(document.isDirty());
        document.apply(document.intents().add("Add", HERE));
        assertTrue(document.isDirty());
        document.undo();
        assertFalse(document.isDirty());
        document.undo();
        assertTrue(document.isDirty());
    }

    @Test
    void listenersGetTheStateBeforeAndAfter() {
        List<Change> changes = new ArrayList<>();
        document.addListener(changes::add);
        document.apply(document.intents().add("ReLU", HERE));
        document.apply(document.intents().place(Map.of("relu", new Point(0, 0))));
        document.select(Selection.NONE);

        assertEquals(3, changes.size());
        assertTrue(changes.get(0).meaning());
        assertTrue(changes.get(1).design());
        assertFalse(changes.get(1).meaning(), "moving a node re-analyses nothing");
        assertFalse(changes.get(2).design());
        assertTrue(changes.get(2).selection());
    }

    @Test
    void deletingANodeTakesItsWiresAlong() {
        document.apply(document.intents().add("Input", HERE));
        document.apply(document.intents().add("ReLU", HERE));
        document.apply(document.intents().connect(Endpoint.of("input"), Endpoint.of("relu")));
        assertEquals(
                List.of(Edge.of("input", "relu")), document.design().graph().edges());

        document.apply(document.intents().delete(Selection.ofNode("input")));

        assertEquals(List.of(), document.design().graph().edges());
    }

    @Test
    void replacingATypeKeepsWiresThatFitAndSharedParameters() {
        document.apply(document.intents().add("Input", HERE));
        document.apply(document.intents().add("Conv2d", HERE));
        document.apply(document.intents().setParam(Set.of("conv2d"), "out_channels", Optional.of(Value.of(24))));
        document.apply(document.intents().connect(Endpoint.of("input"), Endpoint.of("conv2d")));

        document.apply(document.intents().replaceType(Set.of("conv2d"), "GhostModule"));

        var node = document.design().graph().node("conv2d").orElseThrow();
        assertEquals("GhostModule", node.type());
        assertEquals(Value.of(24), node.params().get("out_channels"));
        assertEquals(1, document.design().graph().edges().size());
    }

    @Test
    void pastingGivesFreshIdsAndKeepsTheWiresAmongTheCopies() {
        document.apply(document.intents().add("Conv2d", HERE));
        document.apply(document.intents().add("ReLU", new Point(300, 60)));
        document.apply(document.intents().connect(Endpoint.of("conv2d"), Endpoint.of("relu")));
        Clip clip = Clip.of(
                document.design().sheet(),
                Set.of("conv2d", "relu"),
                document.design().layout());
        String text = new ClipText().write(clip, document.design());

        Clip read = new ClipText().read(text).orElseThrow();
        document.apply(document.pasting().paste(read, new Point(100, 200)));

        assertEquals(Set.of("conv2d2", "relu2"), document.selection().nodes());
        assertTrue(document.design().graph().edges().contains(Edge.of("conv2d2", "relu2")));
        assertEquals(
                Optional.of(new Point(360, 200)), document.design().layout().of("relu2"));
    }

    @Test
    void aTextThatIsNoDesignIsNoClip() {
        assertEquals(Optional.empty(), new ClipText().read("hello"));
        assertEquals(Optional.empty(), new ClipText().read("{\"format\": \"convas-design\""));
    }
}
