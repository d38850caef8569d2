package convas.editor.overlay;

import convas.analysis.Analysis;
import convas.text.Texts;

/** Where the numbers of an overlay come from: the analysis, or somebody who measured. */
@FunctionalInterface
public interface HeatSource {
    /** The numbers for a design as it is analysed now. */
    Overlay of(Analysis analysis, Texts texts);
}
