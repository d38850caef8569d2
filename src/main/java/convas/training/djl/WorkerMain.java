package convas.training.djl;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.compiler.EngineFolderException;
import convas.compiler.EngineStartup;
import convas.dataset.builtin.BuiltinDatasets;
import convas.text.Texts;
import convas.training.Planner;
import convas.training.RunEvent;
import convas.training.RunOrder;
import convas.training.worker.EventJson;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The worker process. Its protocol is told in the description of {@code convas.training}: one request in, events out,
 * {@code stop} in at any time, and the end of the input means that nobody listens any more.
 */
public final class WorkerMain {
    /** A batch that takes longer than this after everybody has left is not waited for. */
    private static final long PATIENCE_SECONDS = 120;

    private final BufferedReader commands;
    private final OutputStream events;
    private final Orders orders = new Orders();

    private WorkerMain(BufferedReader commands, OutputStream events) {
        this.commands = commands;
        this.events = events;
    }

    /** No arguments. Exits with 0 where the run ended as wanted, else with 1. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
        // The protocol has the standard output to itself: whatever a library prints there goes to the standard error.
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        boolean done = new WorkerMain(in, out).work();
        // Engine threads must not keep the process.
        Runtime.getRuntime().halt(done ? 0 : 1);
    }

    private boolean work() throws IOException {
        try {
            EngineStartup.apply();
        } catch (EngineFolderException refused) {
            send(new RunEvent.Failed(List.of(refused.getMessage())));
            return false;
        }
        String request = commands.readLine();
        if (request == null) {
            return false;
        }
        Thread listener = new Thread(this::listen, "commands");
        listener.setDaemon(true);
        listener.start();
        Planner planner = new Planner(
                new Analyzer(BuiltinCatalog.create())::analyze,
                BuiltinDatasets.create(),
                new DataTold(this::send, orders));
        return new Worker(planner, new Texts(Locale.getDefault()), orders, this::send).work(request);
    }

    private void listen() {
        try {
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                RunOrder.of(command).ifPresent(orders::accept);
            }
        } catch (IOException closed) {
            // The same as the end.
        }
        orders.left();
        try {
            TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
        if (!orders.stay()) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** One line an event, at once. */
    private synchronized void send(RunEvent event) {
        try {
            events.write((EventJson.write(event) + "\n").getBytes(StandardCharsets.UTF_8));
            events.flush();
        } catch (IOException gone) {
            orders.left();
        }
    }
}
