package convas.editor.profiling;

import convas.analysis.Analysis;
import convas.analysis.ProgramDigest;
import convas.editor.document.Document;
import convas.editor.task.BackgroundAnalysis;
import convas.editor.task.Mailbox;
import convas.editor.task.Pulse;
import convas.editor.task.Tasks;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.profiling.Ceilings;
import convas.profiling.CeilingsFile;
import convas.profiling.Profile;
import convas.profiling.ProfileEvent;
import convas.profiling.ProfileFolder;
import convas.profiling.ProfileHandle;
import convas.profiling.ProfileRequest;
import convas.profiling.ProfilingService;
import convas.profiling.Setting;
import convas.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Takes profiles, one at a time, and keeps what is known of each open design. Outlives the panel that shows it. Used on
 * the window's thread; whatever takes time happens elsewhere.
 */
public final class ProfileControl {
    private final ProfilingService service;
    private final BackgroundAnalysis.Analyst analyst;
    private final Path folder;
    private final Tasks tasks;
    private final Pulse pulse;
    private final Map<Document, ProfileState> states = new WeakHashMap<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Document>> finishing = new CopyOnWriteArrayList<>();
    private Optional<ProfileHandle> handle = Optional.empty();
    private boolean stopWanted;

    /**
     * @param analyst says whether a design can be measured at all
     * @param folder in which profiles are kept
     */
    public ProfileControl(
            ProfilingService service, BackgroundAnalysis.Analyst analyst, Path folder, Tasks tasks, Pulse pulse) {
        this.service = service;
        this.analyst = analyst;
        this.folder = folder;
        this.tasks = tasks;
        this.pulse = pulse;
    }

    public ProfileState state(Document document) {
        return states.getOrDefault(document, ProfileState.NONE);
    }

    /** True from the moment a profile is wanted until its process has ended. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Calls {@code listener} whenever some state has changed; running the result ends that. */
    public Runnable addListener(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Calls {@code listener} with each design whose measurement is complete; running the result ends that. */
    public Runnable addFinishedListener(Consumer<Document> listener) {
        finishing.add(listener);
        return () -> finishing.remove(listener);
    }

    /**
     * Measures a design as it is now; later edits do not reach the measurement. Nothing happens while one is going on. A
     * design with errors is refused, and its state says why.
     *
     * @param texts the language of a refusal
     */
    public void start(Document document, Setting setting, Texts texts) {
        if (running.get()) {
            return;
        }
        stopWanted = false;
        running.set(true);
        put(document, state(document).at(ProfileState.Phase.RUNNING));
        Design design = document.design();
        tasks.start(
                () -> analyst.analyze(design, () -> false),
                analysis -> analysed(document, design, setting, analysis, texts),
                failure -> refuse(document, List.of(texts.get("editorprofiling.notStarted", failure))));
    }

    private void analysed(Document document, Design design, Setting setting, Analysis analysis, Texts texts) {
        if (stopWanted) {
            ended(document, state(document).at(ProfileState.Phase.IDLE));
            return;
        }
        if (analysis.hasErrors()) {
            refuse(
                    document,
                    analysis.diagnostics().stream()
                            .filter(Diagnostic::isError)
                            .map(problem -> problem.line(texts))
                            .toList());
            return;
        }
        Mailbox<ProfileEvent> mailbox = new Mailbox<>(pulse, event -> accept(document, event));
        ProfileRequest request = new ProfileRequest(design, setting, ProfileRequest.DEFAULT_SECONDS, folder);
        tasks.start(
                () -> service.start(request, mailbox::post),
                this::started,
                failure -> refuse(document, List.of(texts.get("editorprofiling.notStarted", failure))));
    }

    private void started(ProfileHandle begun) {
        // A measurement that was over before this call keeps no handle.
        if (running.get()) {
            handle = Optional.of(begun);
            if (stopWanted) {
                begun.stop();
            }
        }
    }

    private void accept(Document document, ProfileEvent event) {
        if (event instanceof ProfileEvent.Progress step) {
            put(document, state(document).progressed(step));
        } else if (event instanceof ProfileEvent.Finished finished) {
            ended(
                    document,
                    state(document)
                            .refused(finished.warnings())
                            .showing(
                                    finished.profile(),
                                    Optional.of(finished.ceilings()),
                                    fits(document, finished.profile())));
            finishing.forEach(listener -> listener.accept(document));
        } else if (event instanceof ProfileEvent.Failed failed) {
            refuse(document, failed.problems());
        } else {
            ended(document, state(document).at(ProfileState.Phase.IDLE));
        }
    }

    private void refuse(Document document, List<String> sentences) {
        ended(document, state(document).refused(sentences));
    }

    private void ended(Document document, ProfileState state) {
        handle = Optional.empty();
        running.set(false);
        put(document, state);
    }

    /** Ends the measurement that is going on at once; nothing happens where there is none. */
    public void stop() {
        if (running.get() && !stopWanted) {
            stopWanted = true;
            states.replaceAll((document, state) ->
                    state.phase() == ProfileState.Phase.RUNNING ? state.at(ProfileState.Phase.STOPPING) : state);
            handle.ifPresent(ProfileHandle::stop);
            tell();
        }
    }

    /** Looks for a profile that was kept of this design, where none is shown yet. */
    public void recall(Document document) {
        if (states.containsKey(document)) {
            return;
        }
        states.put(document, ProfileState.NONE);
        String name = document.design().name();
        tasks.start(
                () -> {
                    List<Profile> kept = history(name);
                    return kept.isEmpty() ? Optional.<Kept>empty() : Optional.of(kept(kept.get(kept.size() - 1)));
                },
                found -> found.filter(last -> state(document).profile().isEmpty())
                        .ifPresent(last -> show(document, last.profile(), last.ceilings())),
                unreadable -> {});
    }

    /** Shows a profile of this design that was taken before. */
    public void show(Document document, Profile profile) {
        tasks.start(
                () -> kept(profile),
                found -> show(document, found.profile(), found.ceilings()),
                unreadable -> show(document, profile, Optional.empty()));
    }

    private void show(Document document, Profile profile, Optional<Ceilings> ceilings) {
        put(document, state(document).showing(profile, ceilings, fits(document, profile)));
    }

    private record Kept(Profile profile, Optional<Ceilings> ceilings) {}

    private Kept kept(Profile profile) {
        return new Kept(profile, new CeilingsFile(folder).find(profile));
    }

    /** Every profile that is kept under a design's name, oldest first. Reads files. */
    public List<Profile> history(String design) {
        return new ProfileFolder(folder).history(design).value().orElse(List.of());
    }

    /** The design was analysed anew: the profile may be one of an earlier version now. */
    public void edited(Document document) {
        ProfileState state = state(document);
        state.profile().ifPresent(profile -> {
            boolean fits = fits(document, profile);
            if (fits != state.current()) {
                put(document, state.aged(fits));
            }
        });
    }

    private static boolean fits(Document document, Profile profile) {
        return document.analysis()
                .flatMap(Analysis::program)
                .map(program -> ProgramDigest.of(program).equals(profile.digest()))
                .orElse(true);
    }

    private void put(Document document, ProfileState state) {
        states.put(document, state);
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
