package convas.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.child.Launcher;
import convas.file.FolderLock;
import convas.text.Texts;
import convas.training.Designs;
import convas.training.RunEvent;
import convas.training.RunOptions;
import convas.training.RunRequest;
import convas.training.run.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows a process hears exactly one last event, whatever the process, the observer or the system does. */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class FollowingTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    @TempDir
    private Path folder;

    /** Keeps what it hears, throws at all of it, and waits for the last. */
    private static final class Throwing implements Consumer<RunEvent> {
        private final List<RunEvent> heard = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch over = new CountDownLatch(1);

        @Override
        public void accept(RunEvent event) {
            heard.add(event);
            if (event.isLast()) {
                over.countDown();
            }
            throw new IllegalStateException("as a window does that is gone");
        }

        private RunEvent.Failed failure() throws InterruptedException {
            assertTrue(over.await(60, TimeUnit.SECONDS), "no last event; heard " + heard);
            assertEquals(1, heard.stream().filter(RunEvent::isLast).count(), heard.toString());
            return assertInstanceOf(RunEvent.Failed.class, heard.get(heard.size() - 1));
        }
    }

    private List<String> follow(Launcher launcher, List<RunEvent> heard) throws InterruptedException {
        Throwing observer = new Throwing();
        RunRequest request =
                new RunRequest.New(Designs.linear("[1, 8, 8]", 10, "{}"), Optional.empty(), folder, RunOptions.DEFAULT);
        WorkerProcess process = new WorkerProcess(launcher, request, UnaryOperator.identity(), TEXTS, observer);
        process.start();
        List<String> problems = observer.failure().problems();
        assertFalse(process.isRunning());
        heard.addAll(observer.heard);
        return problems;
    }

    private static Launcher shell(String script) {
        return () -> new ProcessBuilder("/bin/sh", "-c", script).start();
    }

    @Test
    void aChildMayDieSilentlyOrSayNonsense() throws InterruptedException {
        assertEquals(
                "The training process ended unexpectedly with exit code 0.",
                follow(shell("exit 0"), new ArrayList<>()).get(0));
        assertEquals(
                "The training process ended unexpectedly with exit code 3.",
                follow(
                                shell(
                                        "read line; printf 'null\\n[]\\n{\\n{\"event\":7}\\n\\377\\376\\000\\n{\"event\":\"epoch\"}\\n"
                                                + "{\"event\":\"started\",\"run\":\"\\\\u0000\"}\\n'; exit 3"),
                                new ArrayList<>())
                        .get(0));
    }

    @Test
    void whereItDiesItIsSaidWhatIsLeftOfTheRun() throws InterruptedException {
        assertEquals(
                "It had not begun to train, so there is no run folder.",
                follow(shell("read line; kill -9 $$"), new ArrayList<>()).get(1));
        List<String> problems = follow(
                shell("read line; echo '{\"event\":\"started\",\"run\":\"" + folder + "\",\"epochs\":1,"
                        + "\"batches_per_epoch\":1,\"train_images\":1,\"validation_images\":1,\"device\":\"cpu\","
                        + "\"threads\":1,\"notes\":[]}'; kill -9 $$"),
                new ArrayList<>());
        assertEquals("What was written up to then is in " + folder + ".", problems.get(problems.size() - 1));
    }

    @Test
    void anObserverMayThrowAtEveryEvent() throws InterruptedException {
        List<RunEvent> heard = new ArrayList<>();
        List<String> problems = follow(
                shell("read line; for i in 1 2 3; do echo '{\"event\":\"paused\"}'; done;"
                        + " for i in 1 2; do echo '{\"event\":\"failed\",\"problems\":[\"it is so\"]}'; done"),
                heard);
        assertEquals(List.of("it is so"), problems);
        assertEquals(4, heard.size());
    }

    @Test
    void whatNobodyExpectedIsToldAsSuch() throws InterruptedException {
        List<String> problems = follow(
                () -> {
                    throw new InvalidPathException("dés", "Malformed input or input contains unmappable characters");
                },
                new ArrayList<>());
        assertTrue(
                problems.get(0).startsWith("Something unexpected kept the training process from being followed: "),
                problems.toString());
        assertTrue(problems.get(0).contains("InvalidPathException"), problems.toString());
        assertTrue(follow(
                        () -> {
                            throw new OutOfMemoryError("Java heap space");
                        },
                        new ArrayList<>())
                .get(0)
                .contains("Java heap space"));
    }

    @Test
    void aRunOfAnotherProcessIsFollowedToItsEndToo() throws IOException, InterruptedException {
        Files.writeString(folder.resolve(EventLog.NAME), "null\n{\"event\":\"paused\"}\n{\"event\":\"paused\"}\n{");
        Throwing observer = new Throwing();
        FolderLock.take(folder).orElseThrow().close();
        new RunFollower(folder, TEXTS, observer).start();
        assertEquals(
                "The process that worked on the run has ended without saying why.",
                observer.failure().problems().get(0));
        assertEquals(3, observer.heard.size());
    }
}
