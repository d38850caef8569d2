package convas.editor.document;

import convas.analysis.Analysis;
import convas.graph.Design;
import convas.operator.Catalog;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Everything about an open document at one moment.
 *
 * @param catalog the library and the design's own modules
 * @param sheet what is shown
 * @param analysis the newest result; may lag behind the design by a moment
 * @param file where it was read from or last saved
 * @param dirty whether there is work that no file has
 */
public record DocumentState(
        History history,
        Catalog catalog,
        OpenSheet sheet,
        Selection selection,
        Optional<Analysis> analysis,
        Optional<Path> file,
        boolean dirty) {
    public Design design() {
        return history.design();
    }
}
