package convas.editor.document;

import convas.graph.Design;
import convas.graph.Graph;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.Scope;
import convas.graph.Sheet;
import convas.operator.Catalog;
import convas.operator.Module;
import java.util.List;
import java.util.Optional;

/**
 * The sheet that a place shows.
 *
 * @param body the module whose body it is; absent for the design's own sheet
 * @param scope how edits reach the sheet; absent for the body of a module that the design only uses: it may be looked
 *     at, with the numbers it has at this place, but not edited
 */
public record OpenSheet(Place place, Sheet sheet, Optional<ModuleBody> body, Optional<Scope> scope) {
    public boolean isEditable() {
        return scope.isPresent();
    }

    /** The graph with every wire that is shown: of a body's outputs too, each of which is a node in it. */
    public Graph wires() {
        return body.map(ModuleBody::wired).map(Sheet::graph).orElseGet(sheet::graph);
    }

    /**
     * The sheet at a place of a design. Where a step's node is gone, is no module any more, or its module has another
     * name, the way ends before it.
     *
     * @param catalog with the design's own modules in it
     */
    public static OpenSheet find(Design design, Catalog catalog, Place wanted) {
        OpenSheet sheet = new OpenSheet(Place.DESIGN, design.sheet(), Optional.empty(), Optional.of(Scope.DESIGN));
        for (Place.Step step : wanted.steps()) {
            Optional<OpenSheet> deeper = sheet.into(step.id(), design, catalog)
                    .filter(next -> next.last().type().equals(step.type()));
            if (deeper.isEmpty()) {
                return sheet;
            }
            sheet = deeper.get();
        }
        return sheet;
    }

    /**
     * The sheet that segments of a path lead to ({@code stage.0}, {@code unit}); absent where one of them is no module.
     */
    public static Optional<OpenSheet> along(Design design, Catalog catalog, List<String> segments) {
        OpenSheet start = new OpenSheet(Place.DESIGN, design.sheet(), Optional.empty(), Optional.of(Scope.DESIGN));
        Optional<OpenSheet> sheet = Optional.of(start);
        for (String segment : segments) {
            int dot = segment.indexOf('.');
            String id = dot < 0 ? segment : segment.substring(0, dot);
            sheet = sheet.flatMap(open -> open.into(id, design, catalog));
        }
        return sheet;
    }

    /** The body of one of this sheet's nodes; absent where that is no module. */
    public Optional<OpenSheet> into(String id, Design design, Catalog catalog) {
        Optional<Node> node = sheet.graph().node(id);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        String type = node.get().type();
        String segment = node.get().repeat().isPresent() ? id + ".0" : id;
        Place deeper = place.into(new Place.Step(id, segment, type));
        ModuleBody own = design.modules().get(type);
        if (own != null) {
            return Optional.of(new OpenSheet(deeper, own.sheet(), Optional.of(own), Optional.of(Scope.module(type))));
        }
        return catalog.find(type)
                .filter(Module.class::isInstance)
                .map(found -> ((Module) found).body())
                .map(library -> new OpenSheet(deeper, library.sheet(), Optional.of(library), Optional.empty()));
    }

    private Place.Step last() {
        return place.steps().get(place.depth() - 1);
    }
}
