package convas.cli;

import convas.graph.Diagnostic;
import convas.text.Texts;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where commands print: what they print shows control characters as escapes, see {@link Printer}.
 *
 * @param out results
 * @param err what went wrong, and what a person wants to see besides results
 * @param terminal whether a person is looking, who may be shown things that move
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {
    /**
     * As much of a list of problems as anybody reads, a person or a program: a design of some megabytes can have millions.
     *
     * @param first in the order of the list
     * @param more how many follow that are left out
     */
    public record Shown<T>(List<T> first, int more) {
        private static final int MOST = 100;

        public static <T> Shown<T> of(List<T> all) {
            int shown = Math.min(MOST, all.size());
            return new Shown<>(all.subList(0, shown), all.size() - shown);
        }

        public Shown {
            first = List.copyOf(first);
        }
    }

    public Console {
        out = new Printer(out);
        err = new Printer(err);
    }

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

    /** Shows a text to the person at the terminal in place of what was shown in its line; nothing where nobody looks. */
    public void showInPlace(String text) {
        if (terminal) {
            err.write("\r\u001b[K");
            err.print(text);
            err.flush();
        }
    }

    /** Each problem in a line of its own, {@code file: error: place: sentence}: the first hundred, and how many more. */
    public void problems(PrintWriter to, Texts texts, String file, List<Diagnostic> problems) {
        Shown<Diagnostic> shown = Shown.of(problems);
        for (Diagnostic problem : shown.first()) {
            to.println(file + ": " + texts.get("cli.severity." + problem.severity()) + ": " + problem.line(texts));
        }
        if (shown.more() > 0) {
            to.println(file + ": " + texts.get("cli.problems.more", shown.more()));
        }
        to.flush();
    }
}
