package convas.editor.runs;

import convas.editor.training.Series;

/** Takes the noise out of a curve. */
final class Smoothing {
    private Smoothing() {}

    /**
     * The exponential moving average as TensorBoard draws it: without a pull towards zero at the beginning.
     *
     * @param weight of what was before, 0 (the curve itself) to below 1
     */
    static Series of(Series series, double weight) {
        Series smooth = new Series();
        double sum = 0;
        double total = 0;
        for (int index = 0; index < series.size(); index++) {
            sum = weight * sum + (1 - weight) * series.y(index);
            total = weight * total + (1 - weight);
            smooth.add(series.x(index), sum / total);
        }
        return smooth;
    }
}
