package convas.training.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Where in a run a checkpoint was taken. With the weights and the optimiser's state beside it this is all that going on
 * needs: what is random depends on the seed and the step alone.
 *
 * @param epoch epochs done
 * @param batch batches done of the epoch after that
 * @param step batches done over the whole run
 * @param seed the run's
 * @param loss sum over the images learnt of the epoch that is not done
 * @param hits among the same images
 * @param images learnt of the epoch that is not done
 * @param seconds that the run had taken
 * @param bestEpoch of all done, by what early stopping watches; 0 where nothing is watched yet
 * @param best what was watched in that epoch
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CheckpointState(
        int epoch,
        int batch,
        long step,
        long seed,
        double loss,
        long hits,
        long images,
        double seconds,
        int bestEpoch,
        double best) {
    /** Before the first step. */
    public static CheckpointState start(long seed) {
        return new CheckpointState(0, 0, 0, seed, 0, 0, 0, 0, 0, 0);
    }
}
