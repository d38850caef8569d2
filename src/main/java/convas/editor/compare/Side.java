package convas.editor.compare;

import convas.editor.document.Document;
import convas.editor.part.Kit;
import convas.editor.task.BackgroundAnalysis;
import convas.graph.Diagnostic;
import convas.graph.json.Reading;
import java.util.Optional;
import java.util.stream.Collectors;

/** One of the two designs: reads it, has it analysed, follows it while it is edited. */
final class Side implements AutoCloseable {
    private final Kit kit;
    private final Runnable changed;
    private Optional<Source> source = Optional.empty();
    private Optional<Version> version = Optional.empty();
    private String problem = "";
    private Runnable unlisten = () -> {};

    /** @param changed called when the version or the problem is another */
    Side(Kit kit, Runnable changed) {
        this.kit = kit;
        this.changed = changed;
    }

    Optional<Source> source() {
        return source;
    }

    /** The design; absent while it is read, and where it cannot be. */
    Optional<Version> version() {
        return version;
    }

    /** Why there is no version; empty while nothing is wrong. */
    String problem() {
        return problem;
    }

    void use(Source wanted) {
        unlisten.run();
        unlisten = () -> {};
        source = Optional.of(wanted);
        version = Optional.empty();
        problem = "";
        wanted.live().ifPresentOrElse(this::follow, () -> read(wanted));
        changed.run();
    }

    private void follow(Document document) {
        unlisten = document.addListener(change -> {
            // An edit that means something is looked at once its analysis is there.
            if (change.analysis() || (change.design() && !change.meaning())) {
                version = Optional.of(of(document));
                changed.run();
            }
        });
        version = Optional.of(of(document));
    }

    private static Version of(Document document) {
        return new Version(document.design(), document.catalog(), document.analysis());
    }

    private void read(Source wanted) {
        kit.tasks()
                .start(
                        wanted.read(),
                        reading -> {
                            if (source.equals(Optional.of(wanted))) {
                                took(reading);
                            }
                        },
                        failure -> {
                            if (source.equals(Optional.of(wanted))) {
                                problem =
                                        kit.texts().get("editorcompare.unreadable", wanted.name(), failure.toString());
                                changed.run();
                            }
                        });
    }

    private void took(Reading<convas.graph.Design> reading) {
        problem = reading.problems().stream()
                .filter(Diagnostic::isError)
                .map(each -> each.line(kit.texts()))
                .collect(Collectors.joining("\n"));
        reading.value().ifPresent(design -> {
            Document document = kit.desk().document(design, Optional.empty());
            follow(document);
            new BackgroundAnalysis(
                            kit.tasks(), kit.services().analyst(), (analysed, result) -> document.setAnalysis(result))
                    .submit(design);
        });
        changed.run();
    }

    @Override
    public void close() {
        unlisten.run();
    }
}
