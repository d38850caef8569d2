package convas.editor.document;

import convas.analysis.Analysis;
import convas.graph.Design;
import convas.graph.ModuleBody;
import convas.operator.Catalog;
import convas.operator.Module;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * An open design: its history, what is shown of it, what is selected, and what is known of it. One thread at a time
 * uses it. Every change goes to the listeners as the state before and the state after; nothing happens in between.
 */
public final class Document {
    private Catalog library;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private Map<String, ModuleBody> catalogModules = Map.of();
    private Catalog catalog;
    private Design saved;
    private DocumentState state;

    /**
     * A document that has no unsaved work yet.
     *
     * @param library the node types that every design may use
     */
    public Document(Catalog library, Design design, Optional<Path> file) {
        this.library = library;
        this.catalog = library;
        this.saved = design;
        this.state = state(History.of(design), Optional.empty(), file);
    }

    public DocumentState state() {
        return state;
    }

    public Design design() {
        return state.design();
    }

    /** The library and the design's own modules. */
    public Catalog catalog() {
        return state.catalog();
    }

    public Selection selection() {
        return state.selection();
    }

    /** What is shown. */
    public OpenSheet sheet() {
        return state.sheet();
    }

    /**
     * The sheet on which a node stands that is shown: the one that is open, or for a path ({@code stage/conv}) the body of
     * the module it leads into. Absent where there is no such node.
     */
    public Optional<OpenSheet> sheetOf(String shown) {
        OpenSheet sheet = state.sheet();
        String[] ids = shown.split("/");
        for (int index = 0; index < ids.length - 1; index++) {
            Optional<OpenSheet> inner = sheet.into(ids[index], design(), catalog());
            if (inner.isEmpty()) {
                return inner;
            }
            sheet = inner.get();
        }
        return sheet.sheet().graph().node(ids[ids.length - 1]).isPresent() ? Optional.of(sheet) : Optional.empty();
    }

    public Optional<Analysis> analysis() {
        return state.analysis();
    }

    public Optional<Path> file() {
        return state.file();
    }

    /** Whether there is work that no file has. */
    public boolean isDirty() {
        return state.dirty();
    }

    public History history() {
        return state.history();
    }

    /** Edits of the sheet that is shown, ready to be applied. */
    public Intents intents() {
        return new Intents(state.catalog(), state.sheet());
    }

    /** Edits of the sheet that is shown after which wires lead elsewhere. */
    public Rewiring rewiring() {
        return new Rewiring(state.catalog(), state.sheet());
    }

    /** Edits that put clips onto the sheet that is shown. */
    public Pasting pasting() {
        return new Pasting(state.catalog(), state.sheet(), state.design());
    }

    /** Edits of what is only looked at. */
    public Annotations annotations() {
        return new Annotations(state.sheet());
    }

    /** Does an edit; one that changes nothing leaves no trace and returns false. */
    public boolean apply(Edit edit) {
        return apply(edit, Optional.empty(), false);
    }

    /**
     * Changes how the design is looked at, and what is moved aside for that: a step of the history as any other, but no
     * work that the file has not.
     */
    public boolean look(Edit edit) {
        return apply(edit, Optional.empty(), true);
    }

    /** Does an edit of the whole design; one that changes nothing leaves no trace and returns false. */
    public boolean apply(String labelKey, UnaryOperator<Design> change) {
        return apply(Edit.of(Label.of(labelKey), change));
    }

    /**
     * Does an edit that belongs to a gesture: all edits of one gesture in a row are one step of the history.
     *
     * @param gesture equal for all edits of the gesture, for instance {@code "slider:width"}; {@link #endGesture} keeps
     *     later ones apart
     */
    public boolean applyMerging(Object gesture, Edit edit) {
        return apply(edit, Optional.of(gesture), false);
    }

    /** Later edits, also of the same gesture, are steps of their own. */
    public void endGesture() {
        History history = state.history();
        if (history.now().gesture().isPresent()) {
            become(history.at(history.now().closed()));
        }
    }

    private boolean apply(Edit edit, Optional<Object> gesture, boolean onlyLooks) {
        Design before = design();
        Design after = edit.change().apply(before);
        if (after == before || after.equals(before)) {
            return false;
        }
        Place place = state.sheet().place();
        Selection selection = edit.selection().orElse(state.selection());
        Design work = onlyLooks ? state.history().now().work() : after;
        become(state.history().then(new Moment(after, selection, place, Optional.of(edit.label()), gesture, work)));
        return true;
    }

    public void undo() {
        become(state.history().undone());
    }

    public void redo() {
        become(state.history().redone());
    }

    /** Selects, as far as the sheet that is shown has it. No step of the history. */
    public void select(Selection selection) {
        look(state.sheet().place(), selection);
    }

    /** Shows the body of a node of this sheet; false where the node is no module. */
    public boolean open(String id) {
        Optional<OpenSheet> inside = state.sheet().into(id, design(), catalog());
        inside.ifPresent(sheet -> look(sheet.place(), Selection.NONE));
        return inside.isPresent();
    }

    /** Shows the sheet at a place, or the nearest one on the way there that exists. */
    public void show(Place place) {
        look(place, Selection.NONE);
    }

    /** Goes back to the sheet with {@code depth} steps; the node one comes from is selected. */
    public void leaveTo(int depth) {
        Place here = state.sheet().place();
        if (depth < here.depth()) {
            look(here.upTo(depth), Selection.ofNode(here.steps().get(depth).id()));
        }
    }

    private void look(Place place, Selection selection) {
        Moment now = state.history().now();
        if (now.place().equals(place) && now.selection().equals(selection)) {
            return;
        }
        become(state.history().at(now.looking(place, selection)));
    }

    /** Tells what is known of the design. */
    public void setAnalysis(Analysis analysis) {
        change(new DocumentState(
                state.history(),
                state.catalog(),
                state.sheet(),
                state.selection(),
                Optional.of(analysis),
                state.file(),
                state.dirty()));
    }

    /** The design as it is now is in this file. */
    public void markSaved(Path file) {
        markSaved(file, design());
    }

    /** A design that this document had, perhaps a moment ago, is in this file. */
    public void markSaved(Path file, Design written) {
        saved = state.history().work(written);
        change(state(state.history(), state.analysis(), Optional.of(file)));
    }

    /**
     * The design as its first file is to have it: named after the file, unless a person gave it a name. A design that has
     * a file keeps its name.
     */
    public Design namedAfter(Path first) {
        boolean own = !design().name().equals(history().first().name());
        String name = first.getFileName().toString().replaceFirst("\\.json$", "");
        return file().isPresent() || own || name.equals(design().name()) ? design() : design().withName(name);
    }

    /** The design counts as work that no file has, for instance because it was recovered. */
    public void markUnsaved() {
        saved = Design.empty("");
        change(state(state.history(), state.analysis(), state.file()));
    }

    /** Other node types may be used from now on, besides the design's own: what is known of the design may be untrue then. */
    public void useLibrary(Catalog types) {
        library = types;
        catalog = types;
        catalogModules = Map.of();
        change(state(state.history(), state.analysis(), state.file()));
    }

    /** Adds a listener; running the result takes it away again. */
    public Runnable addListener(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void become(History history) {
        if (history == state.history()) {
            return;
        }
        change(state(history, state.analysis(), state.file()));
    }

    private void change(DocumentState next) {
        DocumentState before = state;
        state = next;
        Change change = new Change(before, next);
        listeners.forEach(listener -> listener.accept(change));
    }

    private DocumentState state(History history, Optional<Analysis> analysis, Optional<Path> file) {
        Moment now = history.now();
        Catalog types = catalogFor(now.design());
        OpenSheet sheet = OpenSheet.find(now.design(), types, now.place());
        Selection selection =
                sheet.place().equals(now.place()) ? now.selection().within(sheet) : Selection.NONE;
        return new DocumentState(history, types, sheet, selection, analysis, file, now.work() != saved);
    }

    private Catalog catalogFor(Design design) {
        if (!design.modules().equals(catalogModules)) {
            catalogModules = design.modules();
            // What is wrong with a module's head is the analysis' to say.
            List<Module> own = new ArrayList<>();
            catalogModules.values().forEach(body -> own.add(Module.of(body, new ArrayList<>())));
            catalog = own.isEmpty() ? library : library.with(own);
        }
        return catalog;
    }
}
