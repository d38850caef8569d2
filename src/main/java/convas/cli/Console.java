package convas.cli;

import convas.graph.Diagnostic;
import convas.text.Texts;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where commands print.
 *
 * @param out results
 * @param err what went wrong, and what a person wants to see besides results
 * @param terminal whether a person is looking, who may be shown things that move
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {
    /** This process' own streams; UTF-8, except on a terminal of another encoding. */
    public static Console system() {
        return new Console(
                writer(System.out, "sun.stdout.encoding"),
                writer(System.err, "sun.stderr.encoding"),
                System.console() != null);
    }

    private static PrintWriter writer(PrintStream stream, String property) {
        String encoding = System.getProperty(property);
        return new PrintWriter(stream, true, encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding));
    }

    /** Each problem in a line of its own: {@code file: error: place: sentence}. */
    public void problems(PrintWriter to, Texts texts, String file, List<Diagnostic> problems) {
        for (Diagnostic problem : problems) {
            to.println(file + ": " + texts.get("cli.severity." + problem.severity()) + ": " + problem.line(texts));
        }
        to.flush();
    }
}
