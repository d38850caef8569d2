package convas.profiling.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.child.ChildDeath;
import convas.child.ChildLog;
import convas.child.Conversation;
import convas.child.Job;
import convas.child.Launcher;
import convas.file.FileReason;
import convas.graph.Design;
import convas.profiling.Ceilings;
import convas.profiling.CeilingsFile;
import convas.profiling.ProfileEvent;
import convas.profiling.ProfileFolder;
import convas.profiling.ProfileHandle;
import convas.profiling.ProfileRequest;
import convas.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One child process as a profile, which is kept once it is whole. */
final class ProfilerProcess implements ProfileHandle, Job<ProfileEvent> {
    private final Launcher launcher;
    private final ProfileRequest request;
    private final UnaryOperator<Design> completion;
    private final CeilingsFile ceilings;
    private final Texts texts;
    private final Conversation<ProfileEvent> conversation;
    /** Looked for by the thread that follows, and used by that alone. */
    private Optional<Ceilings> known = Optional.empty();

    /** @param completion of a design with what the process cannot look up, applied on the thread that follows */
    ProfilerProcess(
            Launcher launcher,
            ProfileRequest request,
            UnaryOperator<Design> completion,
            CeilingsFile ceilings,
            Texts texts,
            Consumer<ProfileEvent> observer) {
        this.launcher = launcher;
        this.request = request;
        this.completion = completion;
        this.ceilings = ceilings;
        this.texts = texts;
        this.conversation = new Conversation<>(this, observer);
    }

    void start() {
        conversation.start();
    }

    @Override
    public void stop() {
        conversation.kill();
    }

    @Override
    public boolean isRunning() {
        return conversation.isRunning();
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public Process launch() throws IOException {
        return launcher.launch();
    }

    @Override
    public ObjectNode request() {
        known = ceilings.find(request.setting().device(), request.setting().threads());
        return new ProfileOrder(completion.apply(request.design()), request.setting(), request.seconds(), known)
                .write();
    }

    @Override
    public Optional<ProfileEvent> read(JsonNode said) {
        return ProfileEventJson.read(said);
    }

    @Override
    public boolean isLast(ProfileEvent event) {
        return event.isLast();
    }

    /** What was measured is told, whether it can be kept or not. */
    @Override
    public ProfileEvent concluded(ProfileEvent last) {
        if (!(last instanceof ProfileEvent.Finished done)) {
            return last;
        }
        Optional<Path> file = Optional.empty();
        try {
            file = Optional.of(new ProfileFolder(request.folder()).save(done.profile()));
            if (known.isEmpty()) {
                ceilings.keep(done.ceilings());
            }
        } catch (IOException refused) {
            String key = file.isEmpty() ? "profiling.not-kept" : "profiling.ceilings.not-kept";
            String why = texts.get(key, request.folder(), FileReason.withFile(refused, texts));
            return new ProfileEvent.Finished(done.profile(), done.ceilings(), file, List.of(why));
        }
        return new ProfileEvent.Finished(done.profile(), done.ceilings(), file, List.of());
    }

    @Override
    public ProfileEvent notStarted(IOException refused) {
        return new ProfileEvent.Failed(
                List.of(texts.get("profiling.worker.not-started", FileReason.withFile(refused, texts))));
    }

    @Override
    public ProfileEvent died(ChildDeath death, ChildLog log) {
        return death.asked()
                ? new ProfileEvent.Stopped()
                : new ProfileEvent.Failed(death.sentences(texts, "profiling"));
    }

    @Override
    public ProfileEvent unexpected(Throwable thrown, ChildLog log) {
        return new ProfileEvent.Failed(List.of(texts.get("profiling.worker.unexpected", thrown)));
    }
}
