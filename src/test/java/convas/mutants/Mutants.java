package convas.mutants;

import convas.file.FolderTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes mutants one after the other and watches over each: how it ends, for how long, and what it writes where. */
final class Mutants {
    /** A file beside the folder of a mutant, which nothing may change. */
    static final String VICTIM = "victim";

    /** Nobody waits longer for a file of some kilobytes; on an idle machine all take less than a tenth of that. */
    private static final int MOST_SECONDS = 60;

    private static final int MOST_SAVED = 50;
    private static final String MINE = "mine";

    private final Path base;
    private final Path saved;
    private final Consumer<String> progress;
    private ExecutorService worker = worker();

    /**
     * @param base an empty folder to work in
     * @param saved where mutants that end badly are kept, with what was thrown
     */
    Mutants(Path base, Path saved, Consumer<String> progress) throws IOException {
        this.base = base;
        this.saved = saved;
        this.progress = progress;
        Files.writeString(base.resolve(VICTIM), MINE);
    }

    /** Not kept alive by a mutant that never ends. */
    private static ExecutorService worker() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "mutant");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Mutants of the seeds from {@code seed} on, so that one alone is made again with its own. */
    Tally run(Kind kind, long seed, int count) throws IOException, InterruptedException {
        Tally tally = new Tally(kind.name(), seed);
        Set<String> around = around();
        for (int index = 0; index < count; index++) {
            long own = seed + index;
            Path folder = Files.createDirectory(base.resolve("mutant"));
            // Neighbouring seeds would begin alike.
            Random random = new Random(own * 0x9E3779B97F4A7C15L);
            long start = System.nanoTime();
            try {
                tally.add(watched(kind, folder, random));
                untouched(around);
            } catch (ExecutionException bad) {
                keep(kind, own, folder, bad.getCause(), tally);
            } catch (AssertionError bad) {
                keep(kind, own, folder, bad, tally);
            }
            tally.took((System.nanoTime() - start) / 1e9, own);
            new FolderTree(folder).delete();
            if ((index + 1) % 1000 == 0) {
                progress.accept(kind.name() + ": " + (index + 1) + " of " + count + ", failed "
                        + tally.failures().size());
            }
        }
        worker.shutdown();
        return tally;
    }

    private Kind.End watched(Kind kind, Path folder, Random random) throws ExecutionException, InterruptedException {
        Thread[] thread = new Thread[1];
        Future<Kind.End> end = worker.submit(() -> {
            thread[0] = Thread.currentThread();
            kind.make(folder, random);
            return kind.use(folder, random);
        });
        try {
            return end.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException hangs) {
            AssertionError bad = new AssertionError("no end after " + MOST_SECONDS + " s");
            bad.setStackTrace(thread[0].getStackTrace());
            worker.shutdownNow();
            worker = worker();
            throw bad;
        }
    }

    /** What stands beside the mutant, and where the program was started; tools of every sort hide files there. */
    private Set<String> around() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path place : Set.of(base, Path.of(""))) {
            try (Stream<Path> all = Files.list(place)) {
                names.addAll(all.map(each -> each.getFileName().toString())
                        .filter(name -> !name.equals("mutant") && !name.startsWith("."))
                        .collect(Collectors.toSet()));
            }
        }
        return names;
    }

    private void untouched(Set<String> around) throws IOException {
        String victim = Files.readString(base.resolve(VICTIM));
        if (!victim.equals(MINE)) {
            Files.writeString(base.resolve(VICTIM), MINE);
            throw new AssertionError("a file outside was written: " + victim);
        }
        Set<String> now = around();
        if (!around.containsAll(now)) {
            now.removeAll(around);
            throw new AssertionError("files outside were made: " + now);
        }
    }

    private void keep(Kind kind, long own, Path folder, Throwable fault, Tally tally) throws IOException {
        Failure failure = new Failure(own, fault);
        tally.add(failure);
        progress.accept(kind.name() + ": seed " + own + ": " + failure.sign());
        if (tally.failures().size() > MOST_SAVED) {
            return;
        }
        Path place = saved.resolve(kind.name() + "-" + own);
        if (Files.exists(place)) {
            new FolderTree(place).delete();
        }
        copy(folder, Files.createDirectories(place).resolve("files"));
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        Files.writeString(place.resolve("fault.txt"), trace.toString());
    }

    /** Links stay links. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()), java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
