package convas.editor;

import convas.editor.task.BackgroundAnalysis;
import convas.graph.json.DesignFormat;
import convas.operator.Catalog;
import convas.operator.ModuleLibrary;
import convas.profiling.ProfilingService;
import convas.training.TrainingService;
import java.nio.file.Path;
import java.util.List;

/**
 * What the window needs from the rest of the program.
 *
 * @param catalog every node type that comes with the program
 * @param library the user's own modules
 * @param analyst analyses a design, see {@link BackgroundAnalysis}
 * @param runs the folder in which training runs are kept
 * @param profiles the folder in which profiles are kept
 * @param recovery the folder in which unsaved work is kept
 */
public record Services(
        Catalog catalog,
        ModuleLibrary library,
        DesignFormat format,
        BackgroundAnalysis.Analyst analyst,
        List<Preset> presets,
        TrainingService training,
        Path runs,
        ProfilingService profiling,
        Path profiles,
        Path recovery,
        Settings settings) {
    public Services {
        presets = List.copyOf(presets);
    }

    Services withAnalyst(BackgroundAnalysis.Analyst other) {
        return new Services(
                catalog, library, format, other, presets, training, runs, profiling, profiles, recovery, settings);
    }
}
