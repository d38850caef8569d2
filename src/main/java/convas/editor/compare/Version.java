package convas.editor.compare;

import convas.analysis.Analysis;
import convas.analysis.NodeReport;
import convas.editor.document.OpenSheet;
import convas.editor.document.Place;
import convas.graph.Design;
import convas.operator.Catalog;
import convas.operator.Cost;
import java.util.Optional;

/**
 * One of the two designs of a comparison.
 *
 * @param catalog with the design's own modules
 * @param analysis absent until it is known
 */
public record Version(Design design, Catalog catalog, Optional<Analysis> analysis) {
    /** The sheet at a place, or the nearest one on the way there. */
    OpenSheet sheet(Place place) {
        return OpenSheet.find(design, catalog, place);
    }

    Optional<NodeReport> report(String path) {
        return analysis.flatMap(known -> known.node(path));
    }

    Optional<Cost> cost(String path) {
        return report(path).flatMap(NodeReport::cost);
    }
}
