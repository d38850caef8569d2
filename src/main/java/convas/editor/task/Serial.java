package convas.editor.task;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs one piece of work after the other on the threads of another executor, in the order given. */
final class Serial implements Executor {
    private final Executor threads;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean working;

    Serial(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable work) {
        synchronized (this) {
            waiting.add(work);
            if (working) {
                return;
            }
            working = true;
        }
        threads.execute(this::drain);
    }

    private void drain() {
        for (Runnable work = next(); work != null; work = next()) {
            try {
                work.run();
            } catch (RuntimeException broken) {
                Thread current = Thread.currentThread();
                current.getUncaughtExceptionHandler().uncaughtException(current, broken);
            }
        }
    }

    private synchronized Runnable next() {
        Runnable work = waiting.poll();
        working = work != null;
        return work;
    }
}
