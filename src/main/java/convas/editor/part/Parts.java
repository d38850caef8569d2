package convas.editor.part;

import convas.editor.annotate.AnnotatePart;
import convas.editor.compare.ComparePart;
import convas.editor.data.DataPart;
import convas.editor.drawing.PicturePart;
import convas.editor.guide.GuidePart;
import convas.editor.profiling.ProfilePart;
import convas.editor.runs.RunsPart;
import convas.editor.tour.TourPart;
import java.util.List;
import java.util.function.Function;

/** The parts of the editor that stand on their own. */
public final class Parts {
    /** One line each; their commands and panels stand in this order. */
    private static final List<Function<Kit, Part>> ALL = List.of(
            AnnotatePart::new, // the signs at the ends keep one line for each
            ComparePart::new, //
            RunsPart::new, //
            ProfilePart::new, //
            PicturePart::new, //
            DataPart::new, //
            TourPart::new, //
            GuidePart::new);

    private Parts() {}

    /** Makes every part. */
    public static List<Part> of(Kit kit) {
        return ALL.stream().map(make -> make.apply(kit)).toList();
    }
}
