package convas.training.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import convas.training.data.DataReport;
import java.util.ArrayList;
import java.util.List;

/**
 * What one must know to understand or repeat a run, beside its design and recipe. Kept as {@code card.json}.
 *
 * @param design the design's name
 * @param started as ISO 8601 with the time zone
 * @param convas the program's version
 * @param engine the engine with its version
 * @param java the JVM's version
 * @param system operating system and processor
 * @param threads of the engine
 * @param datasetDigest of the data as read
 * @param mean that was taken from each channel's brightness (0 to 1); see {@link convas.dataset.Normalization}
 * @param deviation that each channel was divided by afterwards
 * @param parameters number of trained values
 * @param problems why it broke off; empty otherwise
 * @param macs multiply-accumulates of one sample's forward pass in convolution and linear layers; null in the cards of
 *     versions that did not write it
 * @param resumed when it was gone on with, as ISO 8601 with the time zone
 * @param test how good the weights of the end are on the images that were kept for it; null before the end, and where
 *     there are none
 * @param program the digest of what was trained, with all modules expanded and all variables set, see
 *     {@link convas.analysis.ProgramDigest}; null in the cards of versions that did not write it
 * @param data what the data were, as the run used them; null in the cards of versions that did not write it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunCard(
        Status status,
        String design,
        String started,
        String convas,
        String engine,
        String java,
        String system,
        int processors,
        String device,
        int threads,
        long seed,
        String dataset,
        String datasetDigest,
        int trainImages,
        int validationImages,
        List<Double> mean,
        List<Double> deviation,
        long parameters,
        List<String> problems,
        List<String> resumed,
        Long macs,
        Test test,
        String program,
        DataReport data) {
    /**
     * What a finished run's weights get right of images that neither trained nor validated.
     *
     * @param accuracy 0 to 1
     */
    public record Test(int images, double loss, double accuracy) {}

    /** How far a run got. A run that says RUNNING though no process works on it was killed. */
    public enum Status {
        RUNNING,
        FINISHED,
        STOPPED,
        FAILED
    }

    public RunCard {
        if (status == null) {
            throw new IllegalArgumentException("A card without a status tells of no run");
        }
        mean = mean == null ? List.of() : List.copyOf(mean);
        deviation = deviation == null ? List.of() : List.copyOf(deviation);
        problems = problems == null ? List.of() : List.copyOf(problems);
        resumed = resumed == null ? List.of() : List.copyOf(resumed);
    }

    /** This card, made by the process that goes on with a run, with what the run's card told of its past. */
    public RunCard resuming(RunCard before) {
        List<String> times = new ArrayList<>(before.resumed);
        times.add(started);
        return with(status, before.started, problems, times, null);
    }

    public RunCard with(Status changed, List<String> why) {
        return with(changed, started, why, resumed, test);
    }

    /** This card with what the test has shown. */
    public RunCard with(Test shown) {
        return with(status, started, problems, resumed, shown);
    }

    private RunCard with(Status changed, String since, List<String> why, List<String> times, Test shown) {
        return new RunCard(
                changed,
                design,
                since,
                convas,
                engine,
                java,
                system,
                processors,
                device,
                threads,
                seed,
                dataset,
                datasetDigest,
                trainImages,
                validationImages,
                mean,
                deviation,
                parameters,
                why,
                times,
                macs,
                shown,
                program,
                data);
    }
}
