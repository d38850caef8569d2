package convas.training;

import convas.graph.Design;
import convas.training.search.Search;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What somebody wants trained: a new run, to go on with one, or to find something out in place of a run. */
public sealed interface RunRequest {
    /** What is wanted beside the recipe. */
    RunOptions options();

    /** What it is called where several are told apart: the design's name, or that of the run's folder. */
    String name();

    /** The same with its design changed; what has none stays as it is. */
    RunRequest map(UnaryOperator<Design> change);

    /**
     * A new run.
     *
     * @param design with its {@code training} recipe and the variables as they are to be used
     * @param source the file that the design came from, for messages and relative paths
     * @param runs the folder in which the run's own folder is made
     */
    record New(Design design, Optional<Path> source, Path runs, RunOptions options) implements RunRequest {
        @Override
        public String name() {
            return design.name();
        }

        @Override
        public New map(UnaryOperator<Design> change) {
            return new New(change.apply(design), source, runs, options);
        }
    }

    /**
     * To go on where the newest checkpoint of a run was taken, with its design and its recipe.
     *
     * @param run its folder
     */
    record Resume(Path run, RunOptions options) implements RunRequest {
        public Resume {
            run = run.toAbsolutePath().normalize();
        }

        /** The root of a disk has no name, and is no run. */
        @Override
        public String name() {
            return Optional.ofNullable(run.getFileName()).orElse(run).toString();
        }

        @Override
        public Resume map(UnaryOperator<Design> change) {
            return this;
        }
    }

    /**
     * Steps of training that only find something out, and leave nothing behind.
     *
     * @param design as for a new run
     * @param source as for a new run
     * @param search what to find out
     */
    record Find(Design design, Optional<Path> source, RunOptions options, Search search) implements RunRequest {
        @Override
        public String name() {
            return design.name();
        }

        @Override
        public Find map(UnaryOperator<Design> change) {
            return new Find(change.apply(design), source, options, search);
        }
    }
}
