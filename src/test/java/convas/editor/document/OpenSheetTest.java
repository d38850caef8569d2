package convas.editor.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.catalog.BuiltinCatalog;
import convas.graph.Design;
import convas.graph.ModuleBody;
import convas.graph.Point;
import convas.graph.Value;
import convas.operator.Catalog;
import convas.operator.Module;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenSheetTest {
    private static final Point HERE = new Point(0, 0);

    private final Catalog catalog = BuiltinCatalog.create();
    private final Document document = new Document(catalog, Design.empty("net"), Optional.empty());

    @Test
    void theBodyOfALibraryModuleIsShownButNotEdited() {
        document.apply(document.intents().add("GhostModule", HERE));
        assertTrue(document.open("ghost_module"));

        assertEquals("ghost_module/primary_conv", document.sheet().place().path("primary_conv"));
        assertFalse(document.sheet().isEditable());
        Design before = document.design();
        assertFalse(document.apply(document.intents().delete(Selection.ofNode("primary_conv"))));
        assertSame(before, document.design());
    }

    @Test
    void theBodyOfTheDesignsOwnModuleIsEdited() {
        ModuleBody body = ((Module) catalog.find("GhostModule").orElseThrow()).body();
        ModuleBody own = renamed(body, "MyGhost");
        document.apply("any", design -> design.withModules(Map.of("MyGhost", own)));
        document.apply(document.intents().add("MyGhost", HERE));
        document.open("my_ghost");

        assertTrue(document.apply(document.intents().rename("primary_conv", "first")));
        assertTrue(document.design()
                .modules()
                .get("MyGhost")
                .sheet()
                .graph()
                .node("first")
                .isPresent());
        assertFalse(document.intents().isFreeId("in"), "an input of the body is called so");
    }

    @Test
    void insideARepeatedNodeOneLooksAtItsFirstCopy() {
        document.apply(document.intents().add("GhostModule", HERE));
        document.apply(document.intents().repeat("ghost_module", Optional.of(Value.of(3))));
        document.open("ghost_module");

        assertEquals("ghost_module.0/", document.sheet().place().prefix());
    }

    @Test
    void leavingABodySelectsTheNodeOneComesFrom() {
        document.apply(document.intents().add("GhostBottleneck", HERE));
        document.open("ghost_bottleneck");
        document.open("expand");
        assertEquals(2, document.sheet().place().depth());

        document.leaveTo(1);
        assertEquals(Set.of("expand"), document.selection().nodes());
        document.leaveTo(0);
        assertEquals(Place.DESIGN, document.sheet().place());
    }

    @Test
    void whereTheOpenedNodeIsUndoneItsParentIsShown() {
        document.apply(document.intents().add("GhostModule", HERE));
        document.open("ghost_module");

        document.undo();

        assertEquals(Place.DESIGN, document.sheet().place());
    }

    @Test
    void aPrimitiveHasNothingToLookInto() {
        document.apply(document.intents().add("ReLU", HERE));

        assertFalse(document.open("relu"));
    }

    private static ModuleBody renamed(ModuleBody body, String type) {
        return new ModuleBody(
                type,
                body.category(),
                body.doc(),
                body.paper(),
                body.url(),
                body.aliases(),
                body.inputs(),
                body.params(),
                body.requirements(),
                body.let(),
                body.sheet(),
                body.outputs(),
                body.extras());
    }
}
