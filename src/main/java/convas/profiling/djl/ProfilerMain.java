package convas.profiling.djl;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.compiler.EngineFolderException;
import convas.compiler.EngineStartup;
import convas.profiling.ProfileEvent;
import convas.profiling.worker.Answer;
import convas.text.Texts;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The measuring process: one order in, answers out, one JSON object a line. The end of the input means that nobody
 * listens any more, and ends it at once: there is nothing to keep.
 */
public final class ProfilerMain {
    private ProfilerMain() {}

    /** No arguments. Exits with 0 where there is a profile, else with 1. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
        // The protocol has the standard output to itself: whatever a library prints there goes to the standard error.
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        try {
            EngineStartup.apply();
        } catch (EngineFolderException refused) {
            send(new Answer.Told(new ProfileEvent.Failed(List.of(refused.getMessage()))), out);
            Runtime.getRuntime().halt(1);
        }
        String order = in.readLine();
        Thread listener = new Thread(() -> awaitEnd(in), "listener");
        listener.setDaemon(true);
        listener.start();
        boolean done = order != null
                && new Profiler(
                                new Analyzer(BuiltinCatalog.create())::analyze,
                                new Texts(Locale.getDefault()),
                                answer -> send(answer, out))
                        .work(order);
        // Engine threads must not keep the process.
        Runtime.getRuntime().halt(done ? 0 : 1);
    }

    private static void awaitEnd(BufferedReader in) {
        try {
            while (in.readLine() != null) {
                continue;
            }
        } catch (IOException closed) {
            // The same as the end.
        }
        Runtime.getRuntime().halt(1);
    }

    private static void send(Answer answer, OutputStream out) {
        try {
            out.write((answer.write() + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
