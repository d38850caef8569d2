package convas.cli;

import convas.operator.Catalog;
import convas.text.Texts;
import convas.training.TrainingService;
import java.util.function.Supplier;

/**
 * What the commands take from the rest of the program; what not every command needs is made only when asked for.
 *
 * @param catalog every node type that comes with the program
 */
public record Parts(
        Texts texts,
        Supplier<Catalog> catalog,
        PresetSource presets,
        Supplier<TrainingService> training,
        EditorLauncher editor) {}
