package convas.profiling.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.child.ChildJvm;
import convas.child.Launcher;
import convas.graph.Design;
import convas.graph.json.DesignFormat;
import convas.profiling.Ceilings;
import convas.profiling.CeilingsFile;
import convas.profiling.PathProfile;
import convas.profiling.Profile;
import convas.profiling.ProfileEvent;
import convas.profiling.ProfileFolder;
import convas.profiling.ProfileHandle;
import convas.profiling.ProfileRequest;
import convas.profiling.ProfilingMode;
import convas.profiling.Setting;
import convas.text.Texts;
import convas.training.worker.UnderLimit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Profiles taken by a child process. */
class ProfilerServiceTest {
    @TempDir
    Path folder;

    private final ProfilerService service = new ProfilerService(new Texts(Locale.ENGLISH));

    private static Design preset(String name) {
        return new DesignFormat()
                .read(Path.of("presets", name + ".json"))
                .value()
                .orElseThrow();
    }

    private ProfileEvent profile(Design design, Setting setting) throws InterruptedException {
        Listening listening = new Listening();
        service.start(new ProfileRequest(design, setting, 2, folder), listening);
        return listening.last();
    }

    private List<String> refusal(Design design, Setting setting) throws InterruptedException {
        return assertInstanceOf(ProfileEvent.Failed.class, profile(design, setting))
                .problems();
    }

    /** digits-plain is conv, norm, activation three times over, pools, and a classifier: its nodes by their types. */
    @Test
    void trainingIsMeasuredNodeByNodeAndKept() throws InterruptedException, IOException {
        Setting setting = new Setting(8, "cpu", ProfilingMode.TRAINING, 1);
        ProfileEvent.Finished finished =
                assertInstanceOf(ProfileEvent.Finished.class, profile(preset("digits-plain"), setting));
        Profile profile = finished.profile();

        assertEquals(setting, profile.setting());
        assertEquals(List.of(), finished.warnings());
        assertEquals(
                profile,
                ProfileFolder.read(finished.file().orElseThrow()).value().orElseThrow());
        assertEquals(List.of(profile), new ProfileFolder(folder).history(profile.design(), setting));
        assertEquals(Optional.of(finished.ceilings()), new CeilingsFile(folder).find("cpu", 1));
        assertTrue(
                finished.ceilings().gigaflopsPerSecond() > 1,
                finished.ceilings().toString());
        assertTrue(
                profile.machine().engine().startsWith("PyTorch 2."),
                profile.machine().toString());
        assertFalse(profile.nodes().isEmpty());
        for (PathProfile node : profile.nodes()) {
            assertTrue(node.forward().middle() > 0, node.toString());
            assertTrue(node.backward().orElseThrow().middle() >= 0, node.toString());
            assertFalse(List.of("Input", "Output").contains(node.type()), node.toString());
        }
        assertTrue(profile.nodes().stream()
                .anyMatch(node -> node.type().equals("Conv2d")
                        && node.backward().orElseThrow().middle() > 0));
        assertEquals(profile.nodes().size(), profile.timeline().size());
    }

    /** A file where the folder is to be is refused to root too. */
    @Test
    void whereItCannotBeKeptTheProfileIsToldAllTheSame() throws InterruptedException, IOException {
        Path place = Files.createFile(folder.resolve("file")).resolve("profiles");
        Listening listening = new Listening();
        Setting setting = new Setting(1, "cpu", ProfilingMode.INFERENCE, 1);
        service.start(new ProfileRequest(preset("digits-plain"), setting, 0.3, place), listening);
        ProfileEvent.Finished finished = assertInstanceOf(ProfileEvent.Finished.class, listening.last());

        assertFalse(finished.profile().nodes().isEmpty());
        assertEquals(Optional.empty(), finished.file());
        assertEquals(1, finished.warnings().size());
        String warning = finished.warnings().get(0);
        assertTrue(warning.startsWith("The profile is not kept: nothing can be written in " + place + " ("), warning);
        assertFalse(warning.contains("Exception"), warning);
    }

    @Test
    void ceilingsAreMeasuredOnce() throws InterruptedException {
        Setting setting = new Setting(2, "cpu", ProfilingMode.INFERENCE, 1);
        ProfileEvent.Finished first =
                assertInstanceOf(ProfileEvent.Finished.class, profile(preset("digits-plain"), setting));
        Listening again = new Listening();
        service.start(new ProfileRequest(preset("digits-plain"), setting, 1, folder), again);
        ProfileEvent.Finished second = assertInstanceOf(ProfileEvent.Finished.class, again.last());

        assertEquals(first.ceilings(), second.ceilings());
        assertTrue(again.events().stream()
                .noneMatch(event -> event instanceof ProfileEvent.Progress progress
                        && progress.phase() == ProfileEvent.Phase.CEILINGS));
        assertEquals(Optional.empty(), second.profile().whole().backward());
    }

    @Test
    void whatCannotBeMeasuredIsToldAllAtOnce() throws InterruptedException {
        assertEquals(
                List.of("A batch has at least 1 sample; found 0.", "Expected at least 1 thread; found 0."),
                refusal(preset("digits-plain"), new Setting(0, "cpu", ProfilingMode.INFERENCE, 0)));
        assertEquals(
                List.of("This machine has no device gpu7 that the engine can use; it has cpu. docs/gpu.md tells what a"
                        + " GPU needs."),
                refusal(preset("digits-plain"), new Setting(1, "gpu7", ProfilingMode.INFERENCE, 1)));
        assertTrue(refusal(Design.empty("nothing"), new Setting(1, "cpu", ProfilingMode.INFERENCE, 1))
                        .size()
                >= 2);
        List<String> memory = refusal(preset("vgg16"), new Setting(1_000_000, "cpu", ProfilingMode.INFERENCE, 1));
        assertTrue(memory.get(0).startsWith("A batch of 1000000 needs at least "), memory.toString());
    }

    /** As where a name cannot be written in the system's letters: it hung for good. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whateverIsThrownThereIsOneLastEvent() throws InterruptedException {
        Setting setting = new Setting(1, "cpu", ProfilingMode.INFERENCE, 1);
        Launcher nonsense = () -> new ProcessBuilder(
                        "/bin/sh", "-c", "read line; printf 'null\\n{\"phase\":\"no such\"}\\n{\"profile\":{}}\\n'")
                .start();
        Launcher thrower = () -> {
            throw new java.nio.file.InvalidPathException("d\u00e9s", "unmappable characters");
        };
        for (Launcher launcher : List.of(nonsense, thrower)) {
            Listening listening = new Listening();
            new ProfilerProcess(
                            launcher,
                            new ProfileRequest(preset("digits-plain"), setting, 1, folder),
                            UnaryOperator.identity(),
                            new CeilingsFile(folder),
                            new Texts(Locale.ENGLISH),
                            event -> {
                                listening.accept(event);
                                throw new IllegalStateException("as a window does that is gone");
                            })
                    .start();
            assertInstanceOf(ProfileEvent.Failed.class, listening.last());
            assertEquals(1, listening.events().size());
        }
    }

    /** The machine would have room for the batch of 256, but not the process, which may have 4 GB. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whereMemoryRunsOutInTheMiddleTheNodeIsNamedAndNothingIsKept() throws InterruptedException, IOException {
        ProfileRequest request =
                new ProfileRequest(preset("resnet18"), new Setting(256, "cpu", ProfilingMode.INFERENCE, 1), 2, folder);
        Listening listening = new Listening();
        new ProfilerProcess(
                        () -> UnderLimit.launch("ulimit -v 4000000", "convas.profiling.djl.ProfilerMain"),
                        request,
                        UnaryOperator.identity(),
                        new CeilingsFile(folder),
                        new Texts(Locale.ENGLISH),
                        listening)
                .start();
        List<String> problems =
                assertInstanceOf(ProfileEvent.Failed.class, listening.last()).problems();

        assertTrue(problems.get(0).startsWith("The memory of this machine was not enough"), problems.toString());
        assertTrue(problems.get(0).endsWith("A smaller batch, Input or width needs less."), problems.toString());
        assertEquals(
                Optional.empty(),
                new ProfileFolder(folder)
                        .history("resnet18", request.setting()).stream().findAny());
    }

    @Test
    void stopEndsItAtOnceAndKeepsNothing() throws InterruptedException, IOException {
        Listening listening = new Listening();
        ProfileHandle handle = service.start(
                new ProfileRequest(preset("resnet50"), new Setting(4, "cpu", ProfilingMode.TRAINING, 1), 600, folder),
                listening);
        listening.awaitFirst();
        handle.stop();

        // Whoever waits for the end of the ten minutes hears of it too late.
        assertInstanceOf(ProfileEvent.Stopped.class, listening.last());
        assertFalse(handle.isRunning());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    /** Whoever asked is gone: the end of the input says so, and nobody is left to end the process. */
    @Test
    void theProcessEndsWhenNobodyListensAnyMore() throws IOException, InterruptedException {
        Process child = new ChildJvm(Locale.ENGLISH, List.of()).launch("convas.profiling.djl.ProfilerMain", 1);
        try {
            ProfileOrder order = new ProfileOrder(
                    preset("resnet50"),
                    new Setting(4, "cpu", ProfilingMode.TRAINING, 1),
                    600,
                    Optional.of(new Ceilings("any", "cpu", 1, 1, 1, 1, "2026-01-01T00:00:00Z")));
            child.getOutputStream().write((order.write() + "\n").getBytes(StandardCharsets.UTF_8));
            child.getOutputStream().flush();
            assertTrue(child.inputReader(StandardCharsets.UTF_8).readLine().contains("preparing"));
            child.getOutputStream().close();

            assertTrue(child.waitFor(60, TimeUnit.SECONDS), "It goes on alone");
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void aProcessThatDiesIsToldOf() throws InterruptedException {
        Listening listening = new Listening();
        new ProfilerService(new Texts(Locale.ENGLISH), UnaryOperator.identity(), List.of("-Xmx1k"))
                .start(
                        new ProfileRequest(
                                preset("digits-plain"), new Setting(1, "cpu", ProfilingMode.INFERENCE, 1), 1, folder),
                        listening);
        ProfileEvent.Failed failed = assertInstanceOf(ProfileEvent.Failed.class, listening.last());

        assertEquals(
                "The measuring process ended unexpectedly with exit code 1.",
                failed.problems().get(0));
    }
}
