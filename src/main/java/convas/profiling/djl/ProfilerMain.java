package convas.profiling.djl;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.child.ParentLink;
import convas.engine.EngineChild;
import convas.profiling.ProfileEvent;
import convas.profiling.worker.ProfileEventJson;
import convas.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The measuring process. The end of its input means that nobody listens any more, and ends it at once: there is nothing to keep. */
public final class ProfilerMain {
    private ProfilerMain() {}

    /** No arguments. Exits with 0 where there is a profile, else with 1. */
    public static void main(String[] arguments) throws IOException {
        EngineChild.run(why -> ProfileEventJson.write(new ProfileEvent.Failed(List.of(why))), parent -> {
            Optional<String> order = parent.request();
            parent.listen(line -> {}, () -> ParentLink.exit(false));
            return order.isPresent()
                    && new Profiler(
                                    new Analyzer(BuiltinCatalog.create())::analyze,
                                    new Texts(Locale.getDefault()),
                                    event -> send(event, parent))
                            .work(order.get());
        });
    }

    private static void send(ProfileEvent event, ParentLink parent) {
        try {
            parent.send(ProfileEventJson.write(event));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
