package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureCommandTest {
    @TempDir
    private Path folder;

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aPresetIsDrawnWithoutAWindow() throws IOException {
        Call call = Call.of("picture", "digits-ghost", "-o", out("ghost.svg"), "--json");

        assertEquals(0, call.code(), call.err());
        String svg = Files.readString(folder.resolve("ghost.svg"));
        assertTrue(svg.contains(">GhostBottleneck</text>"));
        assertTrue(call.out().contains("\"bytes\": " + Files.size(folder.resolve("ghost.svg"))), call.out());
    }

    @Test
    void theBodyOfAModuleIsDrawnWithTheNumbersItHasThere() throws IOException {
        Call call = Call.of("picture", "digits-ghost", "--module", "stage2.0/expand", "-o", out("m.svg"));

        assertEquals(0, call.code(), call.err());
        String svg = Files.readString(folder.resolve("m.svg"));
        assertTrue(svg.contains(">primary_conv</text>"));
        assertFalse(svg.contains(">GhostBottleneck</text>"));
    }

    /** XML 1.0 has no way to write most control characters; the rest of the note stays. */
    @Test
    void aNoteWithControlCharactersIsDrawnAsXml() throws Exception {
        Path design = folder.resolve("note.json");
        Files.writeString(design, """
                {"format": "convas-design", "version": 1, "name": "h", "nodes": [
                 {"id": "in", "type": "Input", "params": {"shape": [3, 8, 8]}}, {"id": "out", "type": "Output"}],
                 "edges": [{"from": "in", "to": "out"}],
                 "notes": [{"text": "page\\u000bbr\\u0000ea\\ufffek", "position": [0, -200]}]}
                """);
        assertEquals(
                0, Call.of("picture", design.toString(), "-o", out("n.svg")).code());
        var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
        var document =
                factory.newDocumentBuilder().parse(folder.resolve("n.svg").toFile());
        assertTrue(document.getDocumentElement().getTextContent().contains("pagebreak"));
    }

    @Test
    void aPathThatLeadsToNoModuleIsNamedAndNothingIsWritten() {
        Call call = Call.of("picture", "digits-ghost", "--module", "conv1", "-o", out("m.pdf"));

        assertEquals(1, call.code());
        assertEquals("conv1 leads to no module: conv1 has no body.", call.err().strip());
        assertFalse(Files.exists(folder.resolve("m.pdf")));
    }

    @Test
    void anEndingThatIsNoFormatAndAScaleThatIsNoneAreMisuse() {
        assertEquals(2, Call.of("picture", "digits-ghost", "-o", out("m.gif")).code());
        Call scale = Call.of("picture", "digits-ghost", "-o", out("m.png"), "--scale", "0");
        assertEquals(2, scale.code());
        assertTrue(scale.err().contains("--scale"));
        Call large = Call.of("picture", "digits-ghost", "-o", out("m.png"), "--scale", "100");
        assertEquals(1, large.code());
        assertTrue(large.err().contains("too many pixels"), large.err());
    }

    @Test
    void helpTellsOfEveryOptionInBothLanguages() {
        assertTrue(Call.of("picture", "--help").out().contains("--module"));
        assertTrue(Call.in(Locale.SIMPLIFIED_CHINESE, "picture", "--help").out().contains("绘制"));
    }
}
