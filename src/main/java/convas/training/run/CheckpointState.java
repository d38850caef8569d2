package convas.training.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Where in a run a checkpoint was taken. With the weights and the optimiser's state beside it this is all that going on
 * needs: what is random depends on the seed and the step alone.
 *
 * @param epoch epochs done
 * @param batch batches done of the epoch after that
 * @param step batches done over the whole run
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CheckpointState(int epoch, int batch, long step, long seed) {}
