package convas.training.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import convas.analysis.ProgramDigest;
import convas.analysis.Step;
import convas.engine.Devices;
import convas.engine.EngineRoom;
import convas.operator.Weight;
import convas.text.Release;
import convas.training.TrainingPlan;
import convas.training.run.RunCard;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Fills in a run's card with what this process knows of itself and its machine. */
final class MachineCard {
    private MachineCard() {}

    static RunCard of(TrainingPlan plan, Engine engine, Device device, int threads) {
        return new RunCard(
                RunCard.Status.RUNNING,
                plan.design().name(),
                OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                new Release().version(),
                EngineRoom.describe(engine),
                System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Devices.name(device),
                threads,
                plan.recipe().seed(),
                plan.dataset().name(),
                plan.dataset().digest(),
                plan.split().training().size(),
                plan.split().validation().size(),
                plan.normalization().mean(),
                plan.normalization().deviation(),
                plan.program().steps().stream()
                        .filter(Step::ownsWeights)
                        .flatMap(step -> step.weights().stream())
                        .filter(Weight::trained)
                        .mapToLong(weight -> weight.shape().elements())
                        .sum(),
                List.of(),
                List.of(),
                plan.program().steps().stream()
                        .mapToLong(step -> step.cost().macs())
                        .sum(),
                null,
                ProgramDigest.of(plan.program()),
                plan.data());
    }
}
