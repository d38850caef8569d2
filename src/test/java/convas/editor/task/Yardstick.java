package convas.editor.task;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A fixed piece of work to measure other work with: a machine that is slow, or whose processors are shared, is so for both.
 * Makes, looks up and sorts texts, as panels do.
 */
public final class Yardstick {
    private static final int TEXTS = 6_000;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 9;

    private Yardstick() {}

    /** The processor time that the work takes the calling thread now, in milliseconds: the median of several rounds. */
    public static double millis() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] taken = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadCpuTime();
            if (work(round) != TEXTS) {
                throw new IllegalStateException();
            }
            if (round >= 0) {
                taken[round] = (threads.getCurrentThreadCpuTime() - before) / 1e6;
            }
        }
        Arrays.sort(taken);
        return taken[ROUNDS / 2];
    }

    private static int work(int seed) {
        Map<String, Integer> places = new HashMap<>();
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < TEXTS; index++) {
            String text = "stage" + (index * 7919L + seed) % TEXTS + "/conv" + index;
            places.put(text, index);
            texts.add(text);
        }
        texts.sort((one, other) -> places.get(one) % 97 == places.get(other) % 97
                ? one.compareTo(other)
                : Integer.compare(places.get(one) % 97, places.get(other) % 97));
        return places.size();
    }
}
