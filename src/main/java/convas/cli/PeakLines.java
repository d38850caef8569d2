package convas.cli;

import convas.analysis.figures.PeakMemory;
import convas.text.Texts;
import java.util.List;

/** What makes the peak of activation memory, for people: each tensor that is there, and for whom it waits. */
public final class PeakLines {
    private PeakLines() {}

    /** @param batch samples; the peak is of one */
    public static List<String> of(PeakMemory peak, int batch, Texts texts) {
        return peak.held().stream()
                .map(held -> texts.get(
                        held.waiting() && !held.lastReader().isEmpty()
                                ? "cli.count.peak.waiting"
                                : "cli.count.peak.held",
                        held.path(),
                        String.format(texts.locale(), "%,d", Math.multiplyExact(batch, held.bytes())),
                        held.lastReader()))
                .toList();
    }
}
