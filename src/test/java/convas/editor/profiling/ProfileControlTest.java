package convas.editor.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.editor.document.Document;
import convas.editor.task.Tasks;
import convas.graph.Design;
import convas.graph.json.DesignFormat;
import convas.operator.Catalog;
import convas.profiling.Ceilings;
import convas.profiling.Profile;
import convas.profiling.ProfileEvent;
import convas.profiling.ProfileFolder;
import convas.profiling.ProfileHandle;
import convas.profiling.ProfileRequest;
import convas.profiling.ProfilingMode;
import convas.profiling.Setting;
import convas.profiling.SomeProfiles;
import convas.text.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking profiles, with a service that only writes down what it is asked. */
class ProfileControlTest {
    private static final Setting SETTING = new Setting(1, "cpu", ProfilingMode.INFERENCE, 1);
    private static final String GOOD = """
        {"format": "convas-design", "version": 1, "name": "net", "nodes": [
          {"id": "image", "type": "Input", "params": {"shape": [1, 4, 4]}},
          {"id": "relu", "type": "ReLU"}, {"id": "scores", "type": "Output"}],
         "edges": [{"from": "image", "to": "relu"}, {"from": "relu", "to": "scores"}]}
        """;

    @TempDir
    private Path folder;

    private final Catalog catalog = BuiltinCatalog.create();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final List<ProfileRequest> requests = new ArrayList<>();
    private int stops;
    private Consumer<ProfileEvent> observer = event -> {};

    private ProfileControl control() {
        return new ProfileControl(
                this::begin, new Analyzer(catalog)::analyze, folder, Tasks.immediate(), Runnable::run);
    }

    private ProfileHandle begin(ProfileRequest request, Consumer<ProfileEvent> watching) {
        requests.add(request);
        observer = watching;
        return new ProfileHandle() {
            @Override
            public void stop() {
                stops++;
            }

            @Override
            public boolean isRunning() {
                return true;
            }
        };
    }

    private Document document(String text) {
        Design design = new DesignFormat()
                .read(text.getBytes(StandardCharsets.UTF_8))
                .value()
                .orElseThrow();
        return new Document(catalog, design, Optional.empty());
    }

    @Test
    void aProfileIsTakenOfTheDesignAndShownWithTheCeilings() {
        ProfileControl control = control();
        Document document = document(GOOD);
        List<Document> finished = new ArrayList<>();
        control.addFinishedListener(finished::add);
        control.start(document, SETTING, texts);
        assertTrue(control.runningProperty().get());
        assertEquals(SETTING, requests.get(0).setting());
        observer.accept(new ProfileEvent.Progress(ProfileEvent.Phase.MEASURING, 0.5));
        assertEquals(0.5, control.state(document).progress().orElseThrow().done());
        Profile profile = SomeProfiles.training("net", "2026-11-25T12:00:00+01:00", SomeProfiles.node("relu", 1));
        Ceilings ceilings = new Ceilings("Some processor", "cpu", 2, 50, 10, 2, "");
        observer.accept(
                new ProfileEvent.Finished(profile, ceilings, Optional.of(folder.resolve("kept.json")), List.of()));
        assertEquals(Optional.of(profile), control.state(document).profile());
        assertEquals(Optional.of(ceilings), control.state(document).ceilings());
        assertEquals(List.of(document), finished);
        assertFalse(control.runningProperty().get());
    }

    @Test
    void aDesignWithErrorsIsNotMeasuredAndEveryErrorIsSaid() {
        ProfileControl control = control();
        Document document = document(GOOD.replace("\"ReLU\"", "\"Relu\"").replace("[1, 4, 4]", "[1, 0, 4]"));
        control.start(document, SETTING, texts);
        assertEquals(List.of(), requests);
        assertFalse(control.runningProperty().get());
        String said = String.join("\n", control.state(document).problems());
        assertTrue(said.contains("relu") && said.contains("image"), said);
    }

    @Test
    void aProfileThatCouldNotBeKeptIsShownWithTheWarning() {
        ProfileControl control = control();
        Document document = document(GOOD);
        control.start(document, SETTING, texts);
        Profile profile = SomeProfiles.training("net", "2026-11-25T12:00:00+01:00", SomeProfiles.node("relu", 1));
        Ceilings ceilings = new Ceilings("Some processor", "cpu", 2, 50, 10, 2, "");
        observer.accept(new ProfileEvent.Finished(profile, ceilings, Optional.empty(), List.of("It is not kept.")));
        assertEquals(Optional.of(profile), control.state(document).profile());
        assertEquals(List.of("It is not kept."), control.state(document).problems());
        assertFalse(control.runningProperty().get());
    }

    @Test
    void aFailureKeepsTheProfileThatWasThere() {
        ProfileControl control = control();
        Document document = document(GOOD);
        Profile profile = SomeProfiles.training("net", "2026-11-25T12:00:00+01:00", SomeProfiles.node("relu", 1));
        control.show(document, profile);
        control.start(document, SETTING, texts);
        observer.accept(new ProfileEvent.Failed(List.of("Out of memory.")));
        assertEquals(List.of("Out of memory."), control.state(document).problems());
        assertEquals(Optional.of(profile), control.state(document).profile());
    }

    @Test
    void stoppingReachesTheProcessOnce() {
        ProfileControl control = control();
        Document document = document(GOOD);
        control.start(document, SETTING, texts);
        control.stop();
        control.stop();
        assertEquals(1, stops);
        assertEquals(ProfileState.Phase.STOPPING, control.state(document).phase());
        observer.accept(new ProfileEvent.Stopped());
        assertEquals(ProfileState.Phase.IDLE, control.state(document).phase());
    }

    @Test
    void theNewestProfileThatWasKeptIsRecalled() throws Exception {
        Profile older = SomeProfiles.training("net", "2026-11-24T12:00:00+01:00", SomeProfiles.node("relu", 1));
        Profile newer = SomeProfiles.training("net", "2026-11-25T12:00:00+01:00", SomeProfiles.node("relu", 2));
        new ProfileFolder(folder).save(newer);
        new ProfileFolder(folder).save(older);
        ProfileControl control = control();
        Document document = document(GOOD);
        control.recall(document);
        assertEquals(Optional.of(newer), control.state(document).profile());
        document.setAnalysis(new Analyzer(catalog).analyze(document.design(), () -> false));
        control.edited(document);
        // Its digest is not that of this design.
        assertFalse(control.state(document).current());
    }
}
