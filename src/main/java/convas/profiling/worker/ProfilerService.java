package convas.profiling.worker;

import convas.child.ChildJvm;
import convas.graph.Design;
import convas.profiling.CeilingsFile;
import convas.profiling.ProfileEvent;
import convas.profiling.ProfileHandle;
import convas.profiling.ProfileRequest;
import convas.profiling.ProfilingService;
import convas.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Measures in a JVM of its own, see {@link ChildJvm}, and keeps what it finds in the request's folder. */
public final class ProfilerService implements ProfilingService {
    private static final String MAIN = "convas.profiling.djl.ProfilerMain";

    private final Texts texts;
    private final UnaryOperator<Design> completion;
    private final ChildJvm child;

    /** @param texts in the user's language, which becomes the child's too */
    public ProfilerService(Texts texts) {
        this(texts, UnaryOperator.identity(), List.of());
    }

    /**
     * @param completion of each design with what the child has not: the modules of the user's library
     * @param options for the child's JVM, for instance {@code -Xmx4g}
     */
    public ProfilerService(Texts texts, UnaryOperator<Design> completion, List<String> options) {
        this.texts = texts;
        this.completion = completion;
        this.child = new ChildJvm(texts.locale(), options);
    }

    @Override
    public ProfileHandle start(ProfileRequest request, Consumer<ProfileEvent> observer) {
        ProfilerProcess process = new ProfilerProcess(
                () -> child.launch(MAIN, request.setting().threads()),
                request,
                completion,
                new CeilingsFile(request.folder()),
                texts,
                observer);
        process.start();
        return process;
    }
}
