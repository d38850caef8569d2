package convas.engine;

import ai.djl.engine.EngineException;
import convas.compiler.StepException;
import convas.file.FaultLog;
import convas.file.FileReason;
import convas.text.Texts;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Finds the sentence for what broke off work with the engine. */
public final class Failures {
    private static final int LONGEST_REASON = 300;

    private final Texts texts;
    private final String house;

    /** @param house whose sentences are told: {@code training}, {@code profiling} */
    public Failures(Texts texts, String house) {
        this.texts = texts;
        this.house = house;
    }

    public RunFailure explain(Throwable broken) {
        if (broken instanceof RunFailure known) {
            return known;
        } else if (broken instanceof OutOfMemoryError) {
            return RunFailure.of(
                            broken, house + ".memory.java", Runtime.getRuntime().maxMemory() >> 20)
                    .passing();
        } else if (isOutOfMemory(broken)) {
            return RunFailure.of(broken, house + ".memory.native", reason(broken));
        } else if (broken instanceof FileSystemException file && file.getFile() != null) {
            return RunFailure.of(broken, house + ".file", file.getFile(), reason(broken))
                    .passing();
        } else if (broken instanceof IOException) {
            return RunFailure.of(broken, house + ".write", reason(broken)).passing();
        } else if (broken instanceof StepException step) {
            return RunFailure.of(broken, house + ".engine.step", step.path(), reason(step.getCause()));
        }
        if (broken instanceof EngineException) {
            return RunFailure.of(broken, house + ".engine.failed", reason(broken));
        }
        return FaultLog.keep(broken)
                .map(log -> RunFailure.of(broken, house + ".unexpected", FaultLog.name(broken), log))
                .orElseGet(() -> RunFailure.of(broken, house + ".unexpected.no-log", FaultLog.name(broken)));
    }

    /** The engine cannot be loaded here. */
    public RunFailure noEngine(Throwable absent) {
        return RunFailure.of(absent, house + ".engine.load", reasonWithFile(absent));
    }

    /** libtorch tells only by its message that memory ran out. */
    private static boolean isOutOfMemory(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("allocate memory")
                    || message.contains("not enough memory")
                    || message.contains("out of memory")
                    || message.contains("bad_alloc")) {
                return true;
            }
        }
        return false;
    }

    /** What an exception says, and what was behind it, where that is a file. */
    public String reasonWithFile(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException file && file.getFile() != null) {
                return reason(broken) + " (" + file.getFile() + ": " + reason(file) + ")";
            }
        }
        return reason(broken);
    }

    /** In one line what an exception says; native ones go on with a stack of C++ frames, which is for the log. */
    public String reason(Throwable broken) {
        if (broken instanceof IOException refused) {
            return FileReason.of(refused, texts);
        }
        String message = broken.getMessage();
        if (message == null || message.isBlank()) {
            return broken.getClass().getSimpleName();
        }
        String line = message.lines().findFirst().orElse("");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "..." : line;
    }
}
