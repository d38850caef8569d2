package convas.training.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import convas.dataset.UnreadableSampleException;
import convas.training.Designs;
import convas.training.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeedTest {
    private static List<float[]> take(TrainingPlan plan, int epochs, int batches, int threads)
            throws UnreadableSampleException {
        List<float[]> taken = new ArrayList<>();
        int left = plan.recipe().epochs() * plan.batchesPerEpoch() - epochs * plan.batchesPerEpoch() - batches;
        try (Feed feed = new Feed(plan, epochs, batches, threads)) {
            for (int batch = 0; batch < left; batch++) {
                taken.add(feed.next().values());
            }
        }
        return taken;
    }

    @Test
    void whoGoesOnSeesTheSameAlteredSamplesWhateverTheThreads() throws UnreadableSampleException {
        TrainingPlan plan = Designs.plan(Designs.linear(
                        "[1, 8, 8]",
                        10,
                        "{'epochs': 3, 'batch_size': 300, 'dataset': {'type': 'digits', 'augment': {'flip': true,"
                                + " 'crop': 2, 'color': 0.2, 'cutout': 2, 'mixup': 0.3}}}"))
                .value()
                .orElseThrow();
        List<float[]> whole = take(plan, 0, 0, 1);
        List<float[]> rest = take(plan, 1, 2, 3);
        int first = whole.size() - rest.size();
        for (int batch = 0; batch < rest.size(); batch++) {
            assertArrayEquals(whole.get(first + batch), rest.get(batch));
        }
        assertFalse(Arrays.equals(whole.get(0), whole.get(plan.batchesPerEpoch())), "both epochs see the same");
    }
}
