package convas.editor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.graph.Diagnostic;
import convas.graph.Diagnostic.Severity;
import convas.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the status bar says of problems. */
final class ProblemCountTest {
    private static String said(Locale locale, Severity... severities) {
        List<Remark> remarks = Arrays.stream(severities)
                .map(severity -> new Remark(new Diagnostic(severity, "conv", "", "key", List.of()), Optional.empty()))
                .toList();
        return ProblemCount.sentence(remarks, true, new Texts(locale));
    }

    @Test
    void adviceIsCountedAndThatThereIsNoErrorIsSaid() {
        Locale english = Locale.ENGLISH;
        assertEquals("No problems", said(english));
        assertEquals("No errors, 3 hints", said(english, Severity.HINT, Severity.HINT, Severity.HINT));
        assertEquals("No errors, 1 warning, 1 hint", said(english, Severity.HINT, Severity.WARNING));
        assertEquals("1 error", said(english, Severity.ERROR));
        assertEquals("2 errors, 1 hint", said(english, Severity.ERROR, Severity.HINT, Severity.ERROR));
    }

    @Test
    void itIsCountedInChineseToo() {
        Locale chinese = Locale.SIMPLIFIED_CHINESE;
        assertEquals("\u6ca1\u6709\u95ee\u9898", said(chinese));
        assertEquals(
                "\u6ca1\u6709\u9519\u8bef\uff0c3 \u6761\u63d0\u793a",
                said(chinese, Severity.HINT, Severity.HINT, Severity.HINT));
        assertEquals("1 \u4e2a\u9519\u8bef\uff0c1 \u4e2a\u8b66\u544a", said(chinese, Severity.WARNING, Severity.ERROR));
    }
}
