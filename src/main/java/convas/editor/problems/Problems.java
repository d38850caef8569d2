package convas.editor.problems;

import convas.analysis.Analysis;
import convas.analysis.lint.Finding;
import convas.analysis.lint.Lints;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.task.Tasks;
import convas.graph.Design;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is wrong with the design in front, and, once nothing is, what is advised against. Advice is looked for
 * in the background; what was advised before stays until then.
 */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Tasks tasks;
    private final Lints lints = new Lints();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Optional<Document> document = Optional.empty();
    private List<Finding> advice = List.of();
    private List<Remark> remarks = List.of();

    public Problems(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Another document is in front, or none. */
    public void show(Optional<Document> shown) {
        document = shown;
        advice = List.of();
        look();
    }

    /** The document in front has changed. */
    public void changed(Change change) {
        if (change.analysis()) {
            look();
        }
    }

    /** The gravest first. */
    public List<Remark> all() {
        return remarks;
    }

    /** What is said of the node at a path and of anything inside it, the gravest first. */
    public List<Remark> at(String path) {
        return remarks.stream().filter(remark -> remark.concerns(path)).toList();
    }

    /** Runs whenever {@link #all} gives another answer. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Makes the edit that puts a remark right; false where there is none, or it changes nothing. */
    public boolean mend(Remark remark) {
        return document.isPresent()
                && remark.advice()
                        .flatMap(Finding::mend)
                        .filter(edit -> document.get().apply("editor.edit.mend", edit))
                        .isPresent();
    }

    private void look() {
        Optional<Analysis> analysis = document.flatMap(Document::analysis);
        if (analysis.flatMap(Analysis::program).isEmpty()) {
            advise(List.of());
            return;
        }
        collect();
        Design design = document.orElseThrow().design();
        tasks.start(
                () -> lints.check(design, analysis.get()),
                found -> {
                    if (document.flatMap(Document::analysis).equals(analysis)) {
                        advise(found);
                    }
                },
                failure -> {
                    LOG.warn("No advice on {}", design.name(), failure);
                    advise(List.of());
                });
    }

    private void advise(List<Finding> found) {
        advice = found;
        collect();
    }

    private void collect() {
        List<Remark> all = Stream.concat(
                        document.flatMap(Document::analysis).map(Analysis::diagnostics).orElse(List.of()).stream()
                                .map(Remark::of),
                        advice.stream().map(Remark::of))
                .sorted(Comparator.comparing(remark -> remark.diagnostic().severity()))
                .toList();
        if (!all.equals(remarks)) {
            remarks = all;
            listeners.forEach(Runnable::run);
        }
    }
}
