package convas.editor.drawing;

import convas.editor.overlay.Overlay;
import java.util.Optional;
import java.util.Set;

/**
 * How a sheet is to be drawn into a file.
 *
 * @param dark whether on a dark ground
 * @param scale pixels of a PNG for each pixel of the sheet; size of the others
 * @param shapes whether tensors' shapes and the costs stand beside wires and on cards
 * @param only the ids of the nodes to be drawn; all of them where there are none
 * @param overlay the number to be shown by colour
 */
public record PictureOptions(
        PictureFormat format, boolean dark, double scale, boolean shapes, Set<String> only, Optional<Overlay> overlay) {
    public PictureOptions {
        only = Set.copyOf(only);
    }

    /** The whole sheet at actual size, light, with everything. */
    public static PictureOptions plain(PictureFormat format) {
        return new PictureOptions(format, false, 1, true, Set.of(), Optional.empty());
    }
}
