package convas.export.profile;

import static convas.profiling.SomeProfiles.node;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.profiling.Ceilings;
import convas.profiling.Profile;
import convas.profiling.SomeProfiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Profiles as other tools read them. */
class ProfileFormatsTest {
    private static final Ceilings CEILINGS =
            new Ceilings("Some processor", "cpu", 2, 100, 10, 5, "2026-11-25T12:00:00+01:00");

    private static Profile profile() {
        return SomeProfiles.training(
                "net", "2026-11-25T12:00:00+01:00", node("stem/conv", 1), node("stem/bn", 0.5), node("a, \"b\"", 2));
    }

    /** Two million operations in 1 ms are 2 GFLOP/s; half a million bytes need 0.05 ms at 10 GB/s, a call 0.005. */
    @Test
    void valuesAreSeparatedByCommasAndQuotedWhereTheyHoldOne() {
        List<String> lines = ProfileCsv.of(profile(), CEILINGS).lines().toList();

        assertEquals(1 + 3 + 2, lines.size());
        assertTrue(lines.get(0).startsWith("path,type,forward_ms,forward_low_ms,forward_high_ms,backward_ms,"));
        assertEquals(
                "stem/conv,Conv2d,1.0,0.9,1.1,2.0,1.8,2.2,9,0.2857142857142857,1000000,2000000,500000,2.0,0.5,4096,"
                        + "0.055,0.945",
                lines.get(1));
        assertTrue(lines.get(3).startsWith("\"a, \"\"b\"\"\",Conv2d,2.0,"), lines.get(3));
        assertTrue(lines.get(4).startsWith(",overhead,0.5,0.4,0.6,,,,9,"), lines.get(4));
        assertTrue(lines.get(5).startsWith(",whole,10.0,9.5,10.5,22.0,21.0,23.0,9,1,3000000,6000000"), lines.get(5));
        for (String line : lines) {
            assertEquals(
                    17,
                    line.replaceAll("\"[^\"]*(\"\"[^\"]*)*\"", "")
                            .chars()
                            .filter(sign -> sign == ',')
                            .count());
        }
    }

    /** Forward: conv 0..1000, bn 1000..1500, other 1500..3500 microseconds; backward from there, twice as long. */
    @Test
    void aTraceHasNodesOneAfterTheOtherWithinTheirModules() throws IOException {
        JsonNode trace = new ObjectMapper().readTree(ProfileTrace.of(profile()));
        List<String> slices = new ArrayList<>();
        List<String> counters = new ArrayList<>();
        for (JsonNode event : trace.get("traceEvents")) {
            String when = event.path("tid").asInt() + " " + event.path("name").asText() + " "
                    + event.path("ts").asDouble();
            if (event.get("ph").asText().equals("X")) {
                slices.add(when + " " + event.get("dur").asDouble());
            } else if (event.get("ph").asText().equals("C")) {
                counters.add(when + " " + event.get("args"));
            }
        }

        assertEquals(
                List.of(
                        "1 stem 0.0 1500.0",
                        "1 stem/conv 0.0 1000.0",
                        "1 stem/bn 1000.0 500.0",
                        "1 a, \"b\" 1500.0 2000.0",
                        "2 a, \"b\" 3500.0 4000.0",
                        "2 stem 7500.0 3000.0",
                        "2 stem/bn 7500.0 1000.0",
                        "2 stem/conv 8500.0 2000.0"),
                slices);
        assertEquals(
                List.of(
                        "1 activation memory 0.0 {\"predicted\":4096,\"measured\":4100}",
                        "1 activation memory 1000.0 {\"predicted\":8192}"),
                counters);
    }
}
