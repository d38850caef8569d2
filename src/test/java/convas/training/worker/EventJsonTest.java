package convas.training.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import convas.training.RunEvent;
import convas.training.search.Search;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class EventJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void bringsEveryEventThroughOneLine() throws IOException {
        Path run = Path.of("runs", "a b");
        List<RunEvent> events = List.of(
                new RunEvent.DataRead(1200, 87_000),
                new RunEvent.DataSaid(List.of("one", "two")),
                new RunEvent.Started(run, 3, 23, 1438, 359, "cpu", 2, List.of("Bilder \"größer\"\n")),
                new RunEvent.Progress(1, 5, 0.25, OptionalDouble.of(0.5), 1e3, 12.5),
                new RunEvent.Progress(1, 5, Double.NaN, OptionalDouble.empty(), 1e3, 12.5),
                new RunEvent.EpochEnd(2, 0.1, OptionalDouble.of(1), 0.2, OptionalDouble.of(0.75), 900.5, 7),
                new RunEvent.EpochEnd(2, 0.1, OptionalDouble.empty(), Double.NaN, OptionalDouble.empty(), 900, 7),
                new RunEvent.Finished(run, true, 2, OptionalDouble.of(1), OptionalDouble.of(0.5), 9, 800),
                new RunEvent.Tested(120, 0.5, 0.75),
                new RunEvent.RateTried(1e-7, 2.5),
                new RunEvent.RateTried(10, Double.NaN),
                new RunEvent.BatchTried(64, 1234.5, OptionalLong.of(1L << 40)),
                new RunEvent.BatchTried(64, 1234.5, OptionalLong.empty()),
                new RunEvent.Searched(Search.End.NO_GAIN),
                new RunEvent.Failed(List.of("One.", "Two.")),
                new RunEvent.Failed(List.of("One."), true),
                new RunEvent.Paused(),
                new RunEvent.Resumed());
        assertEquals(
                Set.of(RunEvent.class.getPermittedSubclasses()),
                events.stream().map(RunEvent::getClass).collect(Collectors.toSet()));
        for (RunEvent event : events) {
            String line = EventJson.write(event).toString();
            assertEquals(1, line.lines().count());
            assertFalse(line.contains("NaN"), line);
            assertEquals(Optional.of(event), EventJson.read(JSON.readTree(line)));
        }
    }

    /** What earlier versions wrote of an epoch that nothing validated. */
    @Test
    void readsNumbersThatAreNoneAsTextToo() throws IOException {
        String line = "{\"event\":\"rate\",\"rate\":0.1,\"loss\":\"NaN\"}";
        assertEquals(Optional.of(new RunEvent.RateTried(0.1, Double.NaN)), EventJson.read(JSON.readTree(line)));
        assertEquals(
                "{\"event\":\"rate\",\"rate\":0.1,\"loss\":null}",
                EventJson.write(new RunEvent.RateTried(0.1, Double.POSITIVE_INFINITY))
                        .toString());
    }

    @Test
    void takesNothingForAnEventThatIsNone() throws IOException {
        for (String line :
                List.of("[]", "3", "{}", "{\"event\": \"tea\"}", "{\"event\": \"failed\"}", "{\"event\": \"epoch\"}")) {
            assertEquals(Optional.empty(), EventJson.read(JSON.readTree(line)), line);
        }
    }
}
