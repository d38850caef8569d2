package convas.mutants;

import convas.app.WholeProgram;
import convas.profiling.Ceilings;
import convas.profiling.CeilingsFile;
import convas.profiling.Comparison;
import convas.profiling.Profile;
import convas.profiling.ProfileEvent;
import convas.profiling.ProfileFolder;
import convas.profiling.ProfileHandle;
import convas.profiling.ProfileRequest;
import convas.profiling.ProfilingService;
import convas.profiling.SomeProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Kept profiles and ceilings: told as history, compared with, put into tables, pages and traces. */
final class ProfileMutants implements Kind {
    private static final List<String> ODD = List.of(
            "\"training\"",
            "\"inference\"",
            "\"2026-03-04T05:06:07Z\"",
            "1e-320",
            "\"conv/../..\"",
            "\"<script>\"",
            "4294967297");
    private static final Ceilings SOUND = new Ceilings("Some processor", "cpu", 2, 100, 20, 5, "2026-03-04T05:06:07Z");

    private final WholeProgram program = new WholeProgram(new NothingMeasured());
    private final Profile profile = profile("2026-03-04T05:06:07Z");
    private final Tree kept = Tree.of(ProfileMutants::kept);

    ProfileMutants() throws IOException {}

    private static void kept(Path folder) throws IOException {
        ProfileFolder profiles = new ProfileFolder(folder.resolve("profiles"));
        profiles.save(profile("2026-03-03T05:06:07Z"));
        profiles.save(profile("2026-03-04T05:06:07Z"));
        new CeilingsFile(folder.resolve("profiles")).keep(SOUND);
    }

    /** Stands for the process that measures, which is not what is damaged here. */
    private static final class NothingMeasured implements ProfilingService {
        @Override
        public ProfileHandle start(ProfileRequest request, Consumer<ProfileEvent> observer) {
            try {
                Ceilings known = new CeilingsFile(request.folder())
                        .find(profile("2026-03-05T05:06:07Z"))
                        .orElse(SOUND);
                Profile now = profile("2026-03-05T05:06:07Z");
                Path file = new ProfileFolder(request.folder()).save(now);
                observer.accept(new ProfileEvent.Finished(now, known, Optional.of(file), List.of()));
            } catch (IOException refused) {
                observer.accept(new ProfileEvent.Failed(List.of("It could not be kept.")));
            }
            return new ProfileHandle() {
                @Override
                public void stop() {}

                @Override
                public boolean isRunning() {
                    return false;
                }
            };
        }
    }

    private static Profile profile(String taken) {
        return SomeProfiles.training(
                "digits-plain", taken, SomeProfiles.node("conv1", 2), SomeProfiles.node("conv2", 1.5));
    }

    @Override
    public String name() {
        return "profiles";
    }

    @Override
    public void make(Path folder, Random random) throws IOException {
        kept.write(folder);
        Path file = folder.resolve("profiles/digits-plain/20260304-050607-000-0123456789abcdef.json");
        byte[] sound = Files.readAllBytes(file);
        JsonDamage damage = new JsonDamage(random, ODD);
        Files.write(folder.resolve("other.json"), damage.of(sound, List.of(sound)));
        if (random.nextInt(4) > 0) {
            Files.write(file, damage.of(sound, List.of(sound)));
        } else if (random.nextInt(4) == 0) {
            Files.delete(file);
            switch (random.nextInt(3)) {
                case 0 -> Files.createSymbolicLink(file, Path.of("/dev/zero"));
                case 1 -> Files.createDirectories(file.resolve("inner"));
                default -> Files.createSymbolicLink(file, folder.resolve("nowhere"));
            }
        } else {
            Path known = folder.resolve("profiles/ceilings.json");
            byte[] content = Files.readAllBytes(known);
            Files.write(known, damage.of(content, List.of(sound)));
        }
    }

    @Override
    public End use(Path folder, Random random) throws IOException {
        Optional<Profile> read =
                ProfileFolder.read(folder.resolve("other.json")).value();
        read.ifPresent(other -> Comparison.of(profile, other));
        List<String> call = new ArrayList<>(List.of(
                "profile",
                "digits-plain",
                "--batch",
                "16",
                "--threads",
                "2",
                "--mode",
                "training",
                "--profiles",
                folder.resolve("profiles").toString()));
        switch (random.nextInt(6)) {
            case 0 -> call.add("--history");
            case 1 -> call.addAll(List.of("--history", "--json"));
            case 2 ->
                call.addAll(List.of("--compare", folder.resolve("other.json").toString(), "--json"));
            case 3 ->
                call.addAll(List.of("--trace", folder.resolve("trace.json").toString(), "--csv"));
            case 4 ->
                call.addAll(List.of("--report", folder.resolve("page.html").toString()));
            default ->
                call.addAll(List.of("--compare", folder.resolve("other.json").toString()));
        }
        Sentences.check(program.call(folder.resolve("modules"), call.toArray(String[]::new)), call);
        return read.isPresent() ? End.READ : End.REFUSED;
    }
}
