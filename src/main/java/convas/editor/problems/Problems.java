package convas.editor.problems;

import convas.analysis.Analysis;
import convas.analysis.lint.Finding;
import convas.analysis.lint.Lints;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.task.Tasks;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.training.FitCheck;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
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
    private final DataLooks data;
    private FitCheck.Result fit = FitCheck.Result.NOTHING;
    private boolean knowsData;
    private final AtomicLong newestFit = new AtomicLong();
    private Optional<Document> document = Optional.empty();
    private List<Finding> advice = List.of();
    private List<Remark> remarks = List.of();

    public Problems(Tasks tasks, DataLooks data) {
        this.tasks = tasks;
        this.data = data;
        data.addListener(this::lookAtFit);
    }

    /** Another document is in front, or none. */
    public void show(Optional<Document> shown) {
        document = shown;
        advice = List.of();
        fit = FitCheck.Result.NOTHING;
        knowsData = false;
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
                && remark.mend()
                        .filter(edit -> document.get().apply("editor.edit.mend", edit))
                        .isPresent();
    }

    /** Whether the data were looked at too, so that they and the recipe are known to fit where nothing is said of them. */
    public boolean knowsData() {
        return knowsData;
    }

    /** Data of files are looked at where their panel was; all others at once. */
    private void lookAtFit() {
        long mine = newestFit.incrementAndGet();
        Optional<Document> open = document;
        Optional<Analysis> analysis = open.flatMap(Document::analysis);
        if (analysis.isEmpty()) {
            fitted(FitCheck.Result.NOTHING);
            return;
        }
        Design design = open.get().design();
        Optional<Path> file = open.get().file();
        data.execute(() -> {
            if (mine != newestFit.get()) {
                return;
            }
            FitCheck.Result found = data.check().of(design, analysis.get(), file);
            tasks.ui().execute(() -> {
                if (mine == newestFit.get()) {
                    fitted(found);
                }
            });
        });
    }

    private void fitted(FitCheck.Result found) {
        fit = found;
        boolean knows = fit.seen() && fit.source().flatMap(data::wrong).isPresent();
        boolean isNew = knows != knowsData;
        knowsData = knows;
        if (!collect() && isNew) {
            listeners.forEach(Runnable::run);
        }
    }

    private Stream<Remark> ofData() {
        Set<Diagnostic> told = new HashSet<>();
        Stream<Remark> whole =
                fit.source().flatMap(data::wrong).stream().flatMap(List::stream).map(Remark::of);
        return Stream.concat(fit.problems().stream().map(Remark::of), whole)
                .filter(remark -> told.add(remark.diagnostic()));
    }

    private void look() {
        lookAtFit();
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

    /** Whether anything is new. */
    private boolean collect() {
        List<Remark> all = Stream.of(
                        document.flatMap(Document::analysis).map(Analysis::diagnostics).orElse(List.of()).stream()
                                .map(Remark::of),
                        ofData(),
                        advice.stream().map(Remark::of))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(remark -> remark.diagnostic().severity()))
                .toList();
        boolean isNew = !all.equals(remarks);
        if (isNew) {
            remarks = all;
            listeners.forEach(Runnable::run);
        }
        return isNew;
    }
}
