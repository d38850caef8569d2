package convas.editor.dock;

import java.util.List;
import java.util.stream.Collectors;

/** The cost table as text, to be pasted elsewhere. */
public final class TableText {
    private TableText() {}

    /** Comma separated, with a line of headings; figures as bare digits, fields with commas or quotes quoted. */
    public static String csv(List<String> headings, List<CostRow> rows) {
        StringBuilder text = new StringBuilder(line(headings));
        rows.forEach(row -> text.append(line(cells(row, CostColumn::plain))));
        return text.toString();
    }

    /** With tabs between the fields, as spreadsheets take it from the clipboard; a line of headings, bare digits. */
    public static String tabbed(List<String> headings, List<CostRow> rows) {
        StringBuilder text = new StringBuilder(String.join("\t", headings)).append('\n');
        rows.forEach(row ->
                text.append(String.join("\t", cells(row, CostColumn::plain))).append('\n'));
        return text.toString();
    }

    /** A Markdown table as people read it; figures stand at the right. */
    public static String markdown(List<String> headings, List<CostRow> rows) {
        StringBuilder text = new StringBuilder("| " + String.join(" | ", headings) + " |\n|");
        for (CostColumn column : CostColumn.values()) {
            text.append(column.isFigure() ? " ---: |" : " --- |");
        }
        text.append('\n');
        rows.forEach(row -> text.append("| ")
                .append(String.join(" | ", cells(row, CostColumn::shown)))
                .append(" |\n"));
        return text.toString();
    }

    private static List<String> cells(CostRow row, java.util.function.BiFunction<CostColumn, CostRow, String> cell) {
        return java.util.Arrays.stream(CostColumn.values())
                .map(column -> cell.apply(column, row))
                .toList();
    }

    private static String line(List<String> fields) {
        return fields.stream()
                        .map(field ->
                                field.matches("(?s).*[\",\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field)
                        .collect(Collectors.joining(","))
                + "\n";
    }
}
