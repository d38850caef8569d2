package convas.training;

import convas.graph.Design;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A training run that somebody wants.
 *
 * @param design with its {@code training} recipe and the variables as they are to be used
 * @param source the file that the design came from, for messages and relative paths
 * @param runs the folder in which the run's own folder is made
 * @param epochs instead of the recipe's
 * @param seed instead of the recipe's
 * @param threads of the engine; absent means one for small networks, which gain nothing from more, and else the number
 *     of processors, see {@link TrainingPlan#sensibleThreads}
 */
public record RunRequest(
        Design design, Optional<Path> source, Path runs, OptionalInt epochs, OptionalLong seed, OptionalInt threads) {}
