package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.catalog.BuiltinCatalog;
import convas.catalog.UserLibrary;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.ModuleBody;
import convas.graph.json.DesignFormat;
import convas.operator.Module;
import convas.operator.ModuleLibrary.Broken;
import convas.operator.ModuleLibrary.Contents;
import convas.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules of one's own, in a folder for every design. */
class LibraryTest {
    @TempDir
    private Path folder;

    private UserLibrary library;

    @BeforeEach
    void use() {
        System.setProperty("convas.library", folder.toString());
        library = new UserLibrary(folder, BuiltinCatalog.create());
    }

    @AfterEach
    void leave() {
        System.clearProperty("convas.library");
    }

    /** A module of one 3x3 convolution without bias and something behind it. */
    private static String json(String type, String second) {
        return """
                {"type": "%s", "category": "mine", "inputs": ["in"],
                 "params": {"channels": {"type": "int", "default": 8, "min": 1}},
                 "nodes": [{"id": "conv", "type": "Conv2d",
                            "params": {"out_channels": "=channels", "kernel_size": 3, "padding": 1, "bias": false}},
                           {"id": "then", "type": "%s"}],
                 "edges": [{"from": "in", "to": "conv"}, {"from": "conv", "to": "then"}],
                 "outputs": {"out": "then"}}
                """.formatted(type, second);
    }

    private void file(String name, String json) throws IOException {
        Files.writeString(folder.resolve(name), json);
    }

    private static ModuleBody body(String type, String second) {
        return new DesignFormat()
                .readModule(json(type, second).getBytes(StandardCharsets.UTF_8))
                .value()
                .orElseThrow();
    }

    private static List<String> types(Contents contents) {
        return contents.modules().stream().map(Module::type).toList();
    }

    private static Map<String, String> broken(Contents contents) {
        Map<String, String> told = new TreeMap<>();
        for (Broken file : contents.broken()) {
            told.put(
                    file.file().getFileName().toString(),
                    file.problems().stream().map(Diagnostic::key).toList().toString());
        }
        return told;
    }

    @Test
    void aFolderThatIsNotThereIsAnEmptyLibrary() {
        assertEquals(Contents.NOTHING, new UserLibrary(folder.resolve("none"), BuiltinCatalog.create()).read());
    }

    @Test
    void brokenModulesAreToldAndLeftOutAndTheOthersWork() throws IOException {
        file("a-first.json", json("OnTop", "Base"));
        file("base.json", json("Base", "ReLU"));
        file("cut-off.json", json("CutOff", "ReLU").substring(0, 120));
        file("copy.json", json("Base", "ReLU"));
        file("ghost.json", json("GhostModule", "ReLU"));
        file("lost.json", json("Lost", "Nowhere"));
        file("ring1.json", json("Ring1", "Ring2"));
        file("ring2.json", json("Ring2", "Ring1"));
        file("notes.txt", "no module");

        Contents contents = library.read();

        assertEquals(List.of("Base", "OnTop"), types(contents));
        assertEquals(folder.resolve("base.json"), contents.files().get("Base"));
        assertEquals(
                Map.of(
                        "copy.json", "[catalog.library.twice]",
                        "cut-off.json", "[graph.json.truncated]",
                        "ghost.json", "[catalog.library.taken]",
                        "lost.json", "[catalog.library.unknown]",
                        "ring1.json", "[catalog.library.unusable]",
                        "ring2.json", "[catalog.library.unusable]"),
                broken(contents));
    }

    @Test
    void whatIsSavedIsThereAgainAndReplacesOnlyItself() throws IOException {
        Path deep = folder.resolve("new/folder");
        UserLibrary fresh = new UserLibrary(deep, BuiltinCatalog.create());
        assertEquals(List.of(), fresh.save(body("Mine", "ReLU")));
        assertEquals(List.of(), fresh.save(body("Mine", "Sigmoid")));
        assertEquals(
                List.of(body("Mine", "Sigmoid")),
                fresh.read().modules().stream().map(Module::body).toList());

        Files.writeString(deep.resolve("Other.json"), "somebody's unfinished work");
        assertEquals(List.of(), fresh.save(body("Other", "ReLU")));
        assertEquals("somebody's unfinished work", Files.readString(deep.resolve("Other.json")));
        assertEquals(Set.of("Mine", "Other"), Set.copyOf(types(fresh.read())));
    }

    @Test
    void aNameThatConvasHasAndAModuleThatOnlyTheDesignHasAreRefused() throws IOException {
        Texts texts = new Texts(Locale.ENGLISH);
        assertEquals(
                List.of("“CBAM” is the name of a layer or module that comes with Convas; give this one another name."),
                library.save(body("CBAM", "ReLU")).stream()
                        .map(each -> each.sentence(texts))
                        .toList());
        assertEquals(
                List.of("Mine uses Inner, which only this design has; save Inner in the library first."),
                library.save(body("Mine", "Inner")).stream()
                        .map(each -> each.sentence(texts))
                        .toList());
        assertEquals(Contents.NOTHING, library.read());
    }

    @Test
    void aDesignUsesAModuleOfTheLibraryAndCanTakeItAlong() throws IOException {
        file("base.json", json("Base", "ReLU"));
        file("top.json", json("OnTop", "Base"));
        Path design = Files.writeString(folder.resolve("net.txt"), """
                {"format": "convas-design", "version": 1, "name": "net",
                 "nodes": [{"id": "image", "type": "Input", "params": {"shape": [3, 8, 8]}},
                           {"id": "mine", "type": "OnTop", "params": {"channels": 5}},
                           {"id": "scores", "type": "Output"}],
                 "edges": [{"from": "image", "to": "mine"}, {"from": "mine", "to": "scores"}]}
                """);

        Call count = Call.of("count", design.toString(), "--json");

        // 3 to 5 channels, then Base with its 8: 3x3 without bias.
        assertEquals(0, count.code(), count.err());
        assertTrue(count.out().contains(Integer.toString(9 * (3 * 5 + 5 * 8))), count.out());
        Design read = new DesignFormat().read(design).value().orElseThrow();
        assertEquals(
                Set.of("OnTop", "Base"),
                library.read().completed(read).modules().keySet());
    }

    @Test
    void modulesAreListedWithWhereTheyComeFromAndBrokenOnesAreNotFatal() throws IOException {
        file("base.json", json("Base", "ReLU"));
        file("lost.json", json("Lost", "Nowhere"));

        Call call = Call.of("modules");

        assertEquals(0, call.code());
        assertTrue(call.out().contains("Base(channels=8)\n    From your library: " + folder.resolve("base.json")));
        assertTrue(call.out().contains("Comes with Convas."));
        assertEquals(
                folder.resolve("lost.json")
                        + ": error: then: There is no layer or module called “Nowhere”, neither in Convas nor in the library.\n",
                call.err());
        Call listed = Call.of("modules", "--json");
        assertEquals(0, listed.code());
        assertFalse(listed.err().isEmpty());
        for (JsonNode module : new ObjectMapper().readTree(listed.out())) {
            boolean own = module.get("type").asText().equals("Base");
            assertEquals(own ? "library" : "convas", module.get("from").asText());
            assertEquals(own, module.has("file"));
        }
    }

    @Test
    void everySystemKeepsItsUsersModulesWhereItKeepsTheirOtherThings() {
        assertEquals(Path.of("/home/ann/.config/convas/modules"), LibraryFolder.of(system("Linux"), Map.of()));
        assertEquals(
                Path.of("/etc/ann/convas/modules"),
                LibraryFolder.of(system("Linux"), Map.of("XDG_CONFIG_HOME", "/etc/ann")));
        assertEquals(
                Path.of("/home/ann/Library/Application Support/convas/modules"),
                LibraryFolder.of(system("Mac OS X"), Map.of()));
        assertEquals(
                Path.of("/roaming", "convas", "modules"),
                LibraryFolder.of(system("Windows 11"), Map.of("APPDATA", "/roaming")));
        assertEquals(Path.of("/mine"), LibraryFolder.of(system("Windows 11"), Map.of("CONVAS_LIBRARY", "/mine")));
    }

    private static Properties system(String name) {
        Properties properties = new Properties();
        properties.setProperty("os.name", name);
        properties.setProperty("user.home", "/home/ann");
        return properties;
    }
}
