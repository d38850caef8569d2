package convas.profiling.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import convas.profiling.Ceilings;
import convas.profiling.Profile;
import convas.profiling.ProfileEvent;
import convas.profiling.SomeProfiles;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ProfileEventJsonTest {
    @Test
    void bringsEveryEventOfAProcessThroughOneLine() throws IOException {
        Profile profile = SomeProfiles.training("net", "2026-01-01T00:00:00Z", SomeProfiles.node("conv", 2.5));
        Ceilings ceilings = new Ceilings("a processor", "cpu", 2, 50.5, 12.25, 3, "2026-01-01T00:00:00Z");
        List<ProfileEvent> events = List.of(
                new ProfileEvent.Progress(ProfileEvent.Phase.WARMING_UP, 0.5),
                new ProfileEvent.Finished(profile, ceilings, Optional.empty(), List.of()),
                new ProfileEvent.Failed(List.of("One.", "Two.")));
        Set<Class<?>> told = new HashSet<>(List.of(ProfileEvent.class.getPermittedSubclasses()));
        // Who ends the process says so, not the process.
        told.remove(ProfileEvent.Stopped.class);
        Set<Class<?>> here = new HashSet<>();
        for (ProfileEvent event : events) {
            here.add(event.getClass());
            String line = ProfileEventJson.write(event).toString();
            assertEquals(1, line.lines().count());
            assertEquals(Optional.of(event), ProfileEventJson.read(new ObjectMapper().readTree(line)));
        }
        assertEquals(told, here);
        assertThrows(IllegalArgumentException.class, () -> ProfileEventJson.write(new ProfileEvent.Stopped()));
    }
}
