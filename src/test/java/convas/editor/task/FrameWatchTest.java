package convas.editor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class FrameWatchTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void workThatKeepsTheWindowsThreadBusyIsSeenWithItsPlace() throws Exception {
        try (FrameWatch watch = FrameWatch.start()) {
            onFxThread(FrameWatchTest::spin);

            assertFalse(watch.busyFor(50).isEmpty());
            assertTrue(watch.busyFor(50).stream()
                    .flatMap(stall -> stall.where().stream())
                    .anyMatch(frame -> frame.getMethodName().equals("spin")));
        }
    }

    @Test
    void restingIsNotBeingBusy() throws Exception {
        onFxThread(() -> {});
        int busy = 1;
        // The toolkit may still be starting on a slow machine; it comes to rest.
        for (int round = 0; round < 100 && busy > 0; round++) {
            try (FrameWatch watch = FrameWatch.start()) {
                Thread.sleep(150);
                busy = watch.busyFor(50).size();
            }
        }
        assertEquals(0, busy);
    }

    /** Works for as long as it takes to get 150 ms of a processor, however busy the machine is. */
    private static void spin() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + 150_000_000L;
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void onFxThread(Runnable action) throws InterruptedException {
        Thread.sleep(20);
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(action);
        Platform.runLater(done::countDown);
        done.await();
        Thread.sleep(20);
    }
}
