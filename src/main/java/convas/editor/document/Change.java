package convas.editor.document;

import convas.graph.Design;
import convas.graph.DesignDiff;
import convas.graph.Graph;
import convas.graph.Sheet;
import java.util.Map;
import java.util.stream.Collectors;

/** What happened to a document: how it was, how it is. */
public record Change(DocumentState before, DocumentState after) {
    public boolean design() {
        return before.design() != after.design();
    }

    /** What differs between the sheets that were and are shown. */
    public DesignDiff difference() {
        return DesignDiff.between(before.sheet().sheet(), after.sheet().sheet());
    }

    public boolean selection() {
        return !before.selection().equals(after.selection());
    }

    /** Whether another sheet is shown. */
    public boolean place() {
        return !before.sheet().place().equals(after.sheet().place());
    }

    public boolean analysis() {
        return before.analysis().orElse(null) != after.analysis().orElse(null);
    }

    /** Whether the file, or whether it is up to date with the design, changed. */
    public boolean file() {
        return !before.file().equals(after.file()) || before.dirty() != after.dirty();
    }

    /** Whether anything changed that shapes or costs depend on: not so for layout, notes, names and training. */
    public boolean meaning() {
        Design old = before.design();
        Design now = after.design();
        return old != now
                && !(old.graph().equals(now.graph())
                        && old.variables().equals(now.variables())
                        && old.let().equals(now.let())
                        && old.requirements().equals(now.requirements())
                        && sameModules(old, now));
    }

    private static boolean sameModules(Design old, Design now) {
        return old.modules().equals(now.modules())
                || (bodies(old).equals(bodies(now)) && headings(old).equals(headings(now)));
    }

    private static Map<String, Graph> bodies(Design design) {
        return design.modules().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().sheet().graph()));
    }

    private static Map<String, Object> headings(Design design) {
        return design.modules().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().withSheet(Sheet.EMPTY)));
    }
}
