package convas.editor.problems;

import convas.graph.Diagnostic.Severity;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many of each kind there are, as the status bar says it: "No errors, 3 hints". */
public final class ProblemCount {
    private ProblemCount() {}

    /**
     * A sentence that leaves out no kind there is any of; that there is no error is said where there is anything else.
     *
     * @param knowsData whether the data were looked at too
     */
    public static String sentence(List<Remark> remarks, boolean knowsData, Texts texts) {
        if (remarks.isEmpty()) {
            return texts.get(knowsData ? "editorpanels.status.noProblem" : "editorpanels.status.noProblemInDesign");
        }
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = remarks.stream()
                    .filter(remark -> remark.diagnostic().severity() == severity)
                    .count();
            if (count > 0 || severity == Severity.ERROR) {
                String key = "editorpanels.status." + severity.name().toLowerCase(Locale.ROOT);
                parts.add(count == 1 ? texts.get(key) : texts.get(count == 0 ? key + ".none" : key + ".many", count));
            }
        }
        return String.join(texts.get("editorpanels.status.between"), parts);
    }
}
