package convas.editor.compare;

import convas.analysis.Analysis;
import convas.analysis.figures.PeakMemory;
import convas.operator.Cost;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a whole design costs, for one sample.
 *
 * @param params trained weights
 * @param macs multiplications of convolution and linear layers
 * @param peakBytes the most activation memory needed at once, see {@link PeakMemory}
 */
public record Totals(OptionalLong params, OptionalLong macs, OptionalLong peakBytes) {
    static Totals of(Optional<Analysis> analysis) {
        Optional<Cost> cost = analysis.flatMap(Analysis::total);
        return new Totals(
                cost.map(Cost::params).map(OptionalLong::of).orElse(OptionalLong.empty()),
                cost.map(Cost::macs).map(OptionalLong::of).orElse(OptionalLong.empty()),
                analysis.flatMap(Analysis::program)
                        .map(program -> OptionalLong.of(PeakMemory.of(program).bytes()))
                        .orElse(OptionalLong.empty()));
    }
}
