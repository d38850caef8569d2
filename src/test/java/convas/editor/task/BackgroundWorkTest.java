package convas.editor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analysis;
import convas.graph.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundWorkTest {
    private static final Analysis NOTHING = new Analysis(Optional.empty(), Map.of(), Optional.empty(), List.of());

    /** The window's thread of these tests: jobs wait here until the test runs them. */
    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();

    @Test
    void theNewestVersionWinsAndTheOlderOneIsCancelled() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        List<String> looked = new ArrayList<>();
        List<String> results = new ArrayList<>();
        try (Tasks tasks = Tasks.threaded(ui::add)) {
            BackgroundAnalysis analysis = new BackgroundAnalysis(
                    tasks,
                    (design, cancelled) -> {
                        looked.add(design.name());
                        looking.countDown();
                        while (design.name().equals("first") && !cancelled.getAsBoolean()) {
                            Thread.onSpinWait();
                        }
                        if (cancelled.getAsBoolean()) {
                            throw new CancellationException();
                        }
                        return NOTHING;
                    },
                    (design, result) -> results.add(design.name()));

            analysis.submit(Design.empty("first"));
            assertTrue(looking.await(60, TimeUnit.SECONDS));
            analysis.submit(Design.empty("between"));
            analysis.submit(Design.empty("newest"));
            runNext();
            runNext();
        }
        assertEquals(List.of("first", "newest"), looked);
        assertEquals(List.of("newest"), results);
    }

    @Test
    void anAnalysisThatFailsDoesNotStopTheNextOne() throws Exception {
        List<String> results = new ArrayList<>();
        try (Tasks tasks = Tasks.threaded(ui::add)) {
            BackgroundAnalysis analysis = new BackgroundAnalysis(
                    tasks,
                    (design, cancelled) -> {
                        if (design.name().equals("bad")) {
                            throw new CancellationException("as if cancelled");
                        }
                        return NOTHING;
                    },
                    (design, result) -> results.add(design.name()));
            analysis.submit(Design.empty("bad"));
            runNext();
            analysis.submit(Design.empty("good"));
            runNext();
        }
        assertEquals(List.of("good"), results);
    }

    @Test
    void whatIsAskedForAfterTheEndIsCancelledAndHarmsNobody() {
        Tasks tasks = Tasks.threaded(ui::add);
        tasks.close();
        assertTrue(tasks.start(() -> "late", done -> {}, failed -> {}).isCancelled());
        assertTrue(ui.isEmpty());
    }

    @Test
    void manyMessagesBetweenTwoFramesAreHandedOverAtOnceAndInOrder() {
        List<Runnable> frames = new ArrayList<>();
        List<Integer> read = new ArrayList<>();
        Mailbox<Integer> mailbox = new Mailbox<>(frames::add, read::add);

        for (int message = 0; message < 1000; message++) {
            mailbox.post(message);
        }
        assertEquals(1, frames.size(), "one wish for a frame, not one a message");
        frames.remove(0).run();

        assertEquals(1000, read.size());
        assertEquals(999, read.get(999));
        mailbox.post(1);
        assertEquals(1, frames.size());
    }

    @Test
    void aCancelledTaskHandsOverNothing() throws InterruptedException {
        List<String> done = new ArrayList<>();
        try (Tasks tasks = Tasks.threaded(ui::add)) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch never = new CountDownLatch(1);
            var task = tasks.start(
                    () -> {
                        begun.countDown();
                        never.await();
                        return "late";
                    },
                    done::add,
                    failure -> done.add("failed"));
            begun.await();
            task.cancel(true);
            // The interrupted work ends with an exception; what it hands over, if anything, comes within a moment.
            Runnable late = ui.poll(200, TimeUnit.MILLISECONDS);
            if (late != null) {
                late.run();
            }
        }
        assertEquals(List.of(), done);
    }

    private void runNext() throws InterruptedException {
        Runnable job = ui.poll(60, TimeUnit.SECONDS);
        assertTrue(job != null, "nothing came back");
        job.run();
    }
}
