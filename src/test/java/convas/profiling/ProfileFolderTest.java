package convas.profiling;

import static convas.profiling.SomeProfiles.node;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.json.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles that are kept. */
class ProfileFolderTest {
    @TempDir
    Path folder;

    @Test
    void whatIsKeptIsReadAsItWas() throws IOException {
        Profile profile = SomeProfiles.training("net", "2026-11-25T12:00:00+01:00", node("stem/conv", 1.25));
        Path file = new ProfileFolder(folder).save(profile);

        assertEquals(folder.resolve("net"), file.getParent());
        assertEquals(profile, ProfileFolder.read(file).value().orElseThrow());
    }

    @Test
    void theHistoryOfADesignIsInTheOrderOfTime() throws IOException {
        ProfileFolder profiles = new ProfileFolder(folder);
        Profile late = SomeProfiles.training("a/b: net", "2026-11-25T12:30:00+01:00", node("conv", 2));
        // Later on the clock, earlier in time.
        Profile early = SomeProfiles.training("a/b: net", "2026-11-25T13:00:00+09:00", node("conv", 1));
        profiles.save(late);
        profiles.save(early);
        profiles.save(late);
        profiles.save(SomeProfiles.training("another", "2026-11-25T12:00:00+01:00", node("conv", 3)));

        assertEquals(
                List.of(early, late, late), profiles.history("a/b: net").value().orElseThrow());
        assertEquals(List.of(early, late, late), profiles.history("a/b: net", early.setting()));
        assertEquals(List.of(), profiles.history("a/b: net", new Setting(1, "cpu", ProfilingMode.INFERENCE, 1)));
        assertEquals(List.of(), profiles.history("never seen").value().orElseThrow());
    }

    @Test
    void aNameIsNeverAWayOutOfTheFolder() throws IOException {
        Path file = new ProfileFolder(folder.resolve("profiles"))
                .save(SomeProfiles.training("../../x", "2026-11-25T12:00:00+01:00", node("conv", 1)));

        assertTrue(file.normalize().startsWith(folder.resolve("profiles")), file.toString());
    }

    @Test
    void aBrokenFileIsToldAndTheOthersAreThere() throws IOException {
        ProfileFolder profiles = new ProfileFolder(folder);
        Path good = profiles.save(SomeProfiles.training("net", "2026-11-25T12:00:00+01:00", node("conv", 1)));
        String text = Files.readString(good);
        Files.writeString(good.resolveSibling("broken.json"), text.substring(0, text.length() / 2));
        Files.writeString(good.resolveSibling("field.json"), text.replace("\"macs\"", "\"mocs\""));
        Files.writeString(good.resolveSibling("other.json"), "{\"format\": \"convas-design\", \"version\": 1}");

        Reading<List<Profile>> history = profiles.history("net");
        assertEquals(1, history.value().orElseThrow().size());
        assertEquals(
                List.of("profiling.file.field", "profiling.file.field", "profiling.file.not-json"),
                history.problems().stream()
                        .map(problem -> problem.key())
                        .sorted()
                        .toList());
        assertTrue(history.problems().stream()
                .anyMatch(problem -> problem.arguments().contains("macs")));
        assertEquals(
                "profiling.file.missing",
                ProfileFolder.read(folder.resolve("none.json"))
                        .problems()
                        .get(0)
                        .key());
    }

    @Test
    void anEndlessDeviceIsOneUnreadableProfile() throws IOException {
        ProfileFolder profiles = new ProfileFolder(folder);
        Path good = profiles.save(SomeProfiles.training("net", "2026-11-25T12:00:00+01:00", node("conv", 1)));
        Files.createSymbolicLink(good.resolveSibling("endless.json"), Path.of("/dev/zero"));
        Files.createDirectory(good.resolveSibling("folder.json"));
        Files.createSymbolicLink(good.resolveSibling("linked.json"), good);

        Reading<List<Profile>> history = profiles.history("net");
        // A link to a profile is the user's.
        assertEquals(2, history.value().orElseThrow().size());
        assertEquals(
                List.of("profiling.file.no-file", "profiling.file.no-file"),
                history.problems().stream().map(problem -> problem.key()).toList());
    }

    @Test
    void aTimeWithoutEndIsNoTime() throws IOException {
        Path file = new ProfileFolder(folder)
                .save(SomeProfiles.training("net", "2026-11-25T12:00:00+01:00", node("conv", 3)));
        Files.writeString(file, Files.readString(file).replaceFirst("\"middle\" : 3.0", "\"middle\" : 1e999"));
        assertEquals(
                List.of(file.toString(), "middle"),
                ProfileFolder.read(file).problems().get(0).arguments().stream()
                        .map(String::valueOf)
                        .toList());
    }

    /** 2^63 is no long any more, and 2^62 twice is none either; a hundred of those would have come out as some number. */
    @Test
    void countsThatNoNumberHoldsAreNone() throws IOException {
        Map<String, String> odd = Map.of(
                "9223372036854775808", "macs",
                "100000000000000000000000", "macs",
                "-1", "macs",
                "4611686018427387904", "nodes");
        for (Map.Entry<String, String> each : odd.entrySet()) {
            Path file = new ProfileFolder(folder)
                    .save(SomeProfiles.training("net", "2026-11-25T12:00:00+01:00", node("conv", 3), node("other", 3)));
            Files.writeString(
                    file, Files.readString(file).replaceAll("\"macs\" : \\d+", "\"macs\" : " + each.getKey()));
            assertEquals(
                    each.getValue(),
                    ProfileFolder.read(file).problems().get(0).arguments().get(1),
                    each.getKey());
            Files.delete(file);
        }
    }
}
