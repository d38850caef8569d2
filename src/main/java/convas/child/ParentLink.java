package convas.child;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The child's side of a {@link Conversation}: the request in, one JSON object a line out, orders in at any time. The
 * protocol has the standard output to itself; whatever a library prints there goes to the standard error.
 */
public final class ParentLink {
    private final BufferedReader in;
    private final OutputStream out;

    private ParentLink(BufferedReader in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Takes the process' streams; once, and before anything else prints. */
    public static ParentLink open() {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        return new ParentLink(in, out);
    }

    /** The first line; empty where whoever started the child was gone before. */
    public Optional<String> request() throws IOException {
        return Optional.ofNullable(in.readLine());
    }

    /**
     * Hands on each further line, on a thread of its own.
     *
     * @param end run there once the input ends: whoever started this process is gone
     */
    public void listen(Consumer<String> orders, Runnable end) {
        Thread listener = new Thread(() -> read(orders, end), "orders");
        listener.setDaemon(true);
        listener.start();
    }

    private void read(Consumer<String> orders, Runnable end) {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                orders.accept(line);
            }
        } catch (IOException closed) {
            // The same as the end.
        }
        end.run();
    }

    /**
     * One object, at once.
     *
     * @throws IOException where nobody reads any more
     */
    public synchronized void send(JsonNode said) throws IOException {
        out.write((said + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Ends this process, with 0 where its work is done, else with 1: the engine's threads must not keep it. */
    public static void exit(boolean done) {
        Runtime.getRuntime().halt(done ? 0 : 1);
    }
}
