package convas.cli;

import convas.cli.bench.Benchmarks;
import convas.cli.picture.Pictures;
import convas.operator.Catalog;
import convas.operator.ModuleLibrary;
import convas.profiling.ProfilingService;
import convas.text.Texts;
import convas.training.TrainingService;
import java.util.function.Supplier;

/**
 * What the commands take from the rest of the program; what not every command needs is made only when asked for.
 *
 * @param catalog every node type that comes with the program or stands in the user's library
 * @param library the modules among them that are the user's, and what is wrong with others
 * @param benchmarks measurements of the window and the analysis
 * @param pictures draws designs as the window shows them
 */
public record Parts(
        Texts texts,
        Supplier<Catalog> catalog,
        Supplier<ModuleLibrary.Contents> library,
        PresetSource presets,
        Supplier<TrainingService> training,
        Supplier<ProfilingService> profiling,
        EditorLauncher editor,
        Benchmarks benchmarks,
        Pictures pictures) {}
