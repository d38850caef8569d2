package convas.editor.grouping;

import convas.editor.task.BackgroundAnalysis;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.ModuleBody;
import convas.operator.Catalog;
import convas.operator.ModuleLibrary;
import java.io.IOException;
import java.util.List;

/** The user's library as this session knows it. Safe for several threads. */
public final class Shelf {
    private final ModuleLibrary library;
    private volatile ModuleLibrary.Contents contents = ModuleLibrary.Contents.NOTHING;

    public Shelf(ModuleLibrary library) {
        this.library = library;
    }

    /** Looks what is there now; takes a while. */
    public ModuleLibrary.Contents refresh() {
        contents = library.read();
        return contents;
    }

    /** Keeps a module; takes a while. Says why where it is refused. */
    public List<Diagnostic> save(ModuleBody body) throws IOException {
        List<Diagnostic> problems = library.save(body);
        refresh();
        return problems;
    }

    /** A catalog and what is on the shelf. */
    public Catalog with(Catalog catalog) {
        return catalog.with(contents.modules());
    }

    /** Analyses designs that use what is on the shelf, also what was put there a moment ago. */
    public BackgroundAnalysis.Analyst with(BackgroundAnalysis.Analyst analyst) {
        return (design, cancelled) -> analyst.analyze(completed(design), cancelled);
    }

    private Design completed(Design design) {
        return contents.completed(design);
    }
}
