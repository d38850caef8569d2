package convas.training.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.child.ChildDeath;
import convas.child.ChildLog;
import convas.child.Conversation;
import convas.child.Job;
import convas.child.Launcher;
import convas.file.FileReason;
import convas.graph.Design;
import convas.text.Texts;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunOrder;
import convas.training.RunRequest;
import convas.training.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One child process as a run; its log lies in the run's folder. */
final class WorkerProcess implements RunHandle, Job<RunEvent> {
    private final Launcher launcher;
    private final RunRequest request;
    private final UnaryOperator<Design> completion;
    private final Texts texts;
    private final Conversation<RunEvent> conversation;

    /** @param completion of a design with what the process cannot look up, applied on the thread that follows */
    WorkerProcess(
            Launcher launcher,
            RunRequest request,
            UnaryOperator<Design> completion,
            Texts texts,
            Consumer<RunEvent> observer) {
        this.launcher = launcher;
        this.request = request;
        this.completion = completion;
        this.texts = texts;
        this.conversation = new Conversation<>(this, observer);
    }

    void start() {
        conversation.start();
    }

    @Override
    public void order(RunOrder order) {
        conversation.order(order.word());
    }

    @Override
    public void kill() {
        conversation.kill();
    }

    @Override
    public boolean isRunning() {
        return conversation.isRunning();
    }

    @Override
    public long pid() {
        return conversation.pid();
    }

    @Override
    public String name() {
        return "training";
    }

    @Override
    public Process launch() throws IOException {
        return launcher.launch();
    }

    @Override
    public ObjectNode request() {
        return RequestJson.write(request.map(completion));
    }

    @Override
    public Optional<RunEvent> read(JsonNode said) {
        return EventJson.read(said);
    }

    @Override
    public boolean isLast(RunEvent event) {
        return event.isLast();
    }

    @Override
    public void heard(RunEvent event, ChildLog log) {
        if (event instanceof RunEvent.Started begun) {
            log.keepIn(begun.run(), RunFolder.LOG);
        }
    }

    @Override
    public RunEvent notStarted(IOException refused) {
        return new RunEvent.Failed(
                List.of(texts.get("training.worker.not-started", FileReason.withFile(refused, texts))));
    }

    @Override
    public RunEvent died(ChildDeath death, ChildLog log) {
        List<String> sentences = new ArrayList<>(death.sentences(texts, "training"));
        Optional<Path> folder = folder(log);
        sentences.add(folder.map(path -> texts.get("training.kept", path))
                .orElseGet(() -> texts.get("training.worker.nothing-kept")));
        return new RunEvent.Failed(sentences, folder.isPresent());
    }

    @Override
    public RunEvent unexpected(Throwable thrown, ChildLog log) {
        List<String> sentences = new ArrayList<>(List.of(texts.get("training.worker.unexpected", thrown)));
        log.folder().ifPresent(folder -> sentences.add(texts.get("training.kept", folder)));
        return new RunEvent.Failed(sentences);
    }

    /** Of the run: as the process told it, or where it was to go on, or where it had begun without a word. */
    private Optional<Path> folder(ChildLog log) {
        Optional<Path> told = log.folder();
        if (told.isEmpty() && request instanceof RunRequest.Resume resumed) {
            return Optional.of(resumed.run());
        } else if (told.isEmpty() && request instanceof RunRequest.New anew) {
            return RunFolder.leftBy(anew.runs(), pid());
        }
        return told;
    }
}
