package convas.editor.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.editor.overlay.Overlay;
import convas.profiling.PathProfile;
import convas.profiling.Profile;
import convas.profiling.SomeProfiles;
import convas.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table of times, and the measured numbers as colours. */
class TimeRowTest {
    /** A module that takes 1 + 2 of 4 ms and has half of the MACs, and a head with the other half. */
    private static Profile profile() {
        return SomeProfiles.training(
                "net",
                "2026-11-25T12:00:00+01:00",
                withMacs(SomeProfiles.node("stage.0/conv", 1), 100),
                withMacs(SomeProfiles.node("stage.1/relu", 2), 0),
                withMacs(SomeProfiles.node("head", 1), 100));
    }

    private static PathProfile withMacs(PathProfile node, long macs) {
        return new PathProfile(
                node.path(),
                node.type(),
                node.forward(),
                node.backward(),
                node.calls(),
                macs,
                node.flops(),
                node.bytesMoved(),
                node.allocatedBytes());
    }

    private static List<String> names(List<TimeRow> rows) {
        return rows.stream().map(TimeRow::name).toList();
    }

    @Test
    void modulesStandAboveWhatIsInThemAndTheTimeBetweenComesLast() {
        List<TimeRow> rows = TimeRow.of(profile(), Map.of(), false, "between");
        assertEquals(List.of("stage", "head", "between"), names(rows));
        TimeRow stage = rows.get(0);
        assertEquals(List.of("stage.0", "stage.1"), names(stage.inner()));
        assertEquals(List.of("conv"), names(stage.inner().get(0).inner()));
        assertEquals(3, stage.forward().middle(), 1e-9);
        assertEquals(0.5, rows.get(2).forward().middle(), 1e-9);
        assertEquals(Optional.empty(), rows.get(2).path());
    }

    @Test
    void timeStandsBesideMacsAndWhatHasNoneHasNoRatio() {
        TimeRow stage = TimeRow.of(profile(), Map.of(), false, "between").get(0);
        assertEquals(0.75, stage.timeShare().orElseThrow(), 1e-9);
        assertEquals(0.5, stage.macShare().orElseThrow(), 1e-9);
        assertEquals(1.5, stage.mismatch().orElseThrow(), 1e-9);
        TimeRow relu = TimeRow.of(profile(), Map.of(), true, "between").get(1);
        assertEquals("stage.1/relu", relu.name());
        assertEquals(true, relu.mismatch().isEmpty());
    }

    @Test
    void measuredTimeIsANumberPerPathAndTheRatioOnlyWhereThereAreMacs() {
        Texts texts = new Texts(Locale.ENGLISH);
        Overlay time = MeasuredFigure.TIME.overlay(profile(), texts);
        // Forward and backward: 1 and twice 1.
        assertEquals(3, time.value("head").orElseThrow(), 1e-9);
        assertEquals(12, time.total(), 1e-9);
        assertEquals(List.of("stage.1/relu", "stage.0/conv"), time.highest(2));
        Overlay ratio = MeasuredFigure.TIME_PER_MAC.overlay(profile(), texts);
        assertEquals(0.5, ratio.value("head").orElseThrow(), 1e-9);
        assertEquals(true, ratio.value("stage.1/relu").isEmpty());
    }
}
