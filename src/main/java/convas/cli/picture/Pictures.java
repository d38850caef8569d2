package convas.cli.picture;

import convas.analysis.Analysis;
import convas.graph.Design;
import java.util.Optional;

/** Draws designs as the window shows them, without a window. */
@FunctionalInterface
public interface Pictures {
    /**
     * What is to be drawn.
     *
     * @param ending svg, pdf or png
     * @param module path of the module whose body it is; empty for the design's own sheet
     * @param scale how much larger than on the canvas
     * @param shapes whether shapes and costs stand in it
     */
    record Request(
            Design design,
            Optional<Analysis> analysis,
            String ending,
            String module,
            boolean dark,
            double scale,
            boolean shapes) {}

    /** A picture cannot be drawn as asked for; the message is a whole sentence in the user's language. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        public Refused(String sentence) {
            super(sentence);
        }
    }

    /** The content of the picture's file. */
    byte[] draw(Request request) throws Refused;
}
