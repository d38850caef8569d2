package convas.analysis.lint;

import convas.analysis.Step;
import convas.operator.TensorShape;
import convas.operator.Window;
import java.util.ArrayList;
import java.util.List;

/** A window larger than the map it slides over sees mostly padding. */
final class ShrunkenMap implements Lint {
    @Override
    public String key() {
        return "analysis.lint.shrunken";
    }

    @Override
    public String source() {
        return "Dumoulin and Visin, A guide to convolution arithmetic for deep learning: https://arxiv.org/abs/1603.07285";
    }

    @Override
    public List<Finding> find(Wires wires) {
        List<Finding> findings = new ArrayList<>();
        for (Step step : wires.steps()) {
            boolean slides = step.arguments().values().containsKey("kernel_size");
            if (!slides
                    || step.inputShapes().isEmpty()
                    || step.inputShapes().get(0).rank() != 3) {
                continue;
            }
            TensorShape map = step.inputShapes().get(0);
            Window window = step.primitive().window(step.arguments(), step.inputShapes(), step.outputShapes(), 0, 0);
            long height = window.height().size();
            long width = window.width().size();
            if (height > map.height() || width > map.width()) {
                String kernel = height + " × " + width;
                findings.add(
                        Finding.warning(this, step.path(), "kernel_size", kernel, map.height() + " × " + map.width()));
            }
        }
        return findings;
    }
}
