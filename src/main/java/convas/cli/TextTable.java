package convas.cli;

import convas.text.ControlCharacters;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Columns that stand below each other: the first ones to the left, numbers to the right. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final int left;

    /** @param left how many columns are texts; the others are numbers */
    public TextTable(List<String> head, int left) {
        this.left = left;
        add(head);
        rule();
    }

    public void add(List<String> row) {
        rows.add(row.stream().map(ControlCharacters::escaped).toList());
    }

    /** A line across. */
    public void rule() {
        rows.add(List.of());
    }

    public void print(PrintWriter out) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String text = row.isEmpty() ? "-".repeat(widths[column]) : row.get(column);
                String blanks = " ".repeat(widths[column] - width(text));
                line.append(column == 0 ? "" : GAP).append(column < left ? text + blanks : blanks + text);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** Columns on a terminal: Chinese, Japanese and Korean characters and emoji take two, marks upon others none. */
    private static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default ->
                Character.isIdeographic(point)
                                || (point >= 0x1100 && point <= 0x115F)
                                || (point >= 0x3000 && point <= 0x30FF)
                                || (point >= 0xAC00 && point <= 0xD7A3)
                                || (point >= 0xFF00 && point <= 0xFF60)
                                || (point >= 0x1F300 && point <= 0x1FAFF)
                        ? 2
                        : 1;
        };
    }
}
