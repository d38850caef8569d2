package convas.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A page in Markdown that grows from its head to its foot. Lines end with a line feed on every system. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    Markdown heading(int level, String words) {
        return block("#".repeat(level) + " " + words);
    }

    Markdown paragraph(String words) {
        return block(words);
    }

    /** A table, unless it has no rows. */
    Markdown table(List<String> header, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        List<String> lines = new ArrayList<>();
        lines.add(row(header));
        lines.add("|" + " --- |".repeat(header.size()));
        rows.forEach(each -> lines.add(row(each)));
        return block(String.join("\n", lines));
    }

    private Markdown block(String content) {
        text.append(text.isEmpty() ? "" : "\n").append(content).append('\n');
        return this;
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Words as code; nothing for nothing. */
    static String code(String words) {
        return words.isEmpty() ? "" : "`" + words + "`";
    }

    /** Words as code, with commas between. */
    static String codes(List<String> words) {
        return words.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    static String link(String words, String target) {
        return "[" + words + "](" + target + ")";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
