package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SearchTest {
    private final List<String> before = runs();

    /** Where a run would be kept. */
    private static List<String> runs() {
        String[] names = Path.of("runs").toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    private Call search(String... options) {
        List<String> arguments = new ArrayList<>(List.of("train", "digits-plain", "--threads", "1"));
        arguments.addAll(List.of(options));
        return Call.of(arguments.toArray(String[]::new));
    }

    @Test
    void aRateIsFoundAndNothingIsKept() throws IOException {
        Call call = search("--find-lr", "--from", "1e-5", "--to", "100", "--steps", "60", "--json");
        assertEquals(0, call.code(), call.err());
        JsonNode found = new ObjectMapper().readTree(call.out());
        JsonNode points = found.get("points");
        assertEquals(1e-5, points.get(0).get("rate").asDouble(), 1e-12);
        // Ten classes that the network knows nothing of: the loss is about ln 10.
        assertEquals(Math.log(10), points.get(0).get("loss").asDouble(), 0.5);
        // Seven decades in 59 steps.
        double factor =
                points.get(1).get("rate").asDouble() / points.get(0).get("rate").asDouble();
        assertEquals(Math.pow(10, 7.0 / 59), factor, 1e-9);
        // With steps of 100 no loss stays small.
        assertEquals("diverged", found.get("ended").asText(), call.out());
        assertTrue(points.size() < 60, call.out());
        double rate = found.get("suggested_rate").asDouble();
        assertTrue(rate > 1e-4 && rate < 0.3, call.out());
        assertEquals(before, runs());
    }

    @Test
    void aRateIsShownAsAPlot() {
        Call call = search("--find-lr", "--steps", "30");
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains(" |*"), call.out());
        assertTrue(call.out().contains("1.00e-07"), call.out());
        assertTrue(call.out().contains("uggestion: "), call.out());
    }

    @Test
    void aBatchSizeIsFoundAndNothingIsKept() throws IOException {
        Call call = search("--find-batch", "--json");
        assertEquals(0, call.code(), call.err());
        JsonNode found = new ObjectMapper().readTree(call.out());
        JsonNode points = found.get("points");
        assertTrue(points.size() >= 2, call.out());
        for (int index = 0; index < points.size(); index++) {
            assertEquals(8 << index, points.get(index).get("batch").asInt());
            assertTrue(points.get(index).get("images_per_second").asDouble() > 0);
        }
        int suggested = found.get("suggested_batch").asInt();
        assertTrue(
                suggested >= 8
                        && suggested
                                <= points.get(points.size() - 1).get("batch").asInt(),
                call.out());
        assertFalse(found.get("ended").asText().equals("failed"), call.out());
        assertEquals(before, runs());
    }

    @Test
    void whatCannotBeTrainedIsToldAndNothingIsFound() throws IOException {
        Call call = search("--find-batch", "--device", "gpu7", "--json");
        assertEquals(1, call.code());
        assertTrue(call.err().contains("gpu7"), call.err());
        JsonNode found = new ObjectMapper().readTree(call.out());
        assertEquals("failed", found.get("ended").asText());
        assertTrue(found.get("suggested_batch").isNull());
    }

    @Test
    void optionsOfARunAreRefusedByName() {
        for (String[] wrong :
                new String[][] {{"--tensorboard"}, {"--resume", "somewhere"}, {"--runs", "somewhere"}, {"--epochs", "2"}
                }) {
            for (String search : new String[] {"--find-lr", "--find-batch"}) {
                List<String> call = new ArrayList<>(List.of("train", "digits-plain", search));
                call.addAll(List.of(wrong));
                Call made = Call.of(call.toArray(String[]::new));
                assertEquals(2, made.code(), call.toString());
                String sentence =
                        "start no run and keep nothing, so these options are without effect there: " + wrong[0];
                assertTrue(made.err().contains(sentence), made.err());
            }
        }
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefused() {
        for (String[] wrong : new String[][] {
            {"train", "digits-plain", "--find-lr", "--find-batch"},
            {"train", "digits-plain", "--steps", "20"},
            {"train", "digits-plain", "--find-lr", "--steps", "1"},
            {"train", "digits-plain", "--find-lr", "--from", "1", "--to", "0.1"},
            {"train", "digits-plain", "digits-ghost", "--find-lr"},
            {"train", "digits-plain", "--find-batch", "--seed", "1,2"},
            {"train", "--resume", "no-such-run", "--runs", "elsewhere"},
        }) {
            Call call = Call.of(wrong);
            assertEquals(2, call.code(), String.join(" ", wrong));
            assertFalse(call.err().contains("clisearch"), call.err());
        }
        assertTrue(Call.in(Locale.CHINESE, "train", "digits-plain", "--find-batch", "--find-lr")
                .err()
                .contains("只能给出一个"));
    }
}
