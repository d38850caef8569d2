package convas.editor.profiling;

import convas.analysis.Analysis;
import convas.editor.overlay.HeatSource;
import convas.editor.overlay.Overlay;
import convas.editor.overlay.Unit;
import convas.profiling.PathProfile;
import convas.profiling.Profile;
import convas.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/** The numbers per node that a profile knows, to be shown by colour. */
public enum MeasuredFigure {
    /** Forward and backward. */
    TIME(Unit.MILLISECONDS, true, (profile, path) -> path.total().middle()),
    /** Above 1: dearer than its MACs say, by the design's own average. A primitive without MACs has none. */
    TIME_PER_MAC(Unit.TIMES, false, MeasuredFigure::timePerMac);

    private final Unit unit;
    private final boolean sums;
    private final ToDoubleBiFunction<Profile, PathProfile> figure;

    MeasuredFigure(Unit unit, boolean sums, ToDoubleBiFunction<Profile, PathProfile> figure) {
        this.unit = unit;
        this.sums = sums;
        this.figure = figure;
    }

    /** The key of its name among the texts. */
    public String textKey() {
        return "editorprofiling.figure." + name().toLowerCase(Locale.ROOT);
    }

    /** This number of one profile, for the overlay. */
    public HeatSource of(Profile profile) {
        return (Analysis analysis, Texts texts) -> overlay(profile, texts);
    }

    Overlay overlay(Profile profile, Texts texts) {
        Map<String, Double> values = new LinkedHashMap<>();
        profile.byPath().forEach((path, measured) -> {
            double value = figure.applyAsDouble(profile, measured);
            if (Double.isFinite(value)) {
                values.put(path, value);
            }
        });
        List<String> leaves = profile.nodes().stream().map(PathProfile::path).toList();
        return new Overlay(texts.get(textKey()), unit, sums, values, leaves);
    }

    /** A path's share of the time over its share of the MACs; not a number where it has no MACs. */
    static double timePerMac(Profile profile, PathProfile path) {
        PathProfile all = profile.sum();
        if (path.macs() == 0 || all.macs() == 0 || all.total().middle() == 0) {
            return Double.NaN;
        }
        return (path.total().middle() / all.total().middle()) / ((double) path.macs() / all.macs());
    }
}
