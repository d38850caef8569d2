package convas.graph.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.graph.Design;
import convas.graph.ModuleBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RoundTripTest {
    private final DesignFormat format = new DesignFormat();

    @Property(tries = 2000)
    void whatIsWrittenIsReadBackTheSame(@ForAll long seed) {
        Design design = new DesignsAtRandom(seed).design();
        Reading<Design> reading = format.read(format.write(design));
        assertEquals(List.of(), reading.problems());
        assertEquals(design, reading.value().orElseThrow());
    }

    @Property(tries = 500)
    void writingAgainChangesNothing(@ForAll long seed) {
        byte[] once = format.write(new DesignsAtRandom(seed).design());
        assertArrayEquals(once, format.write(format.read(once).value().orElseThrow()));
    }

    @Property(tries = 500)
    void aModuleInAFileOfItsOwnIsReadBackTheSame(@ForAll long seed) {
        ModuleBody body = new DesignsAtRandom(seed).body("Block");
        Reading<ModuleBody> reading = format.readModule(format.writeModule(body));
        assertEquals(List.of(), reading.problems());
        assertEquals(body, reading.value().orElseThrow());
    }

    @Property(tries = 300)
    void aFileCutOffAnywhereIsRefusedAndNeverThrows(@ForAll long seed) {
        byte[] whole = format.write(new DesignsAtRandom(seed).design());
        int end = Math.floorMod(seed, whole.length - 2);
        Reading<Design> reading = format.read(java.util.Arrays.copyOf(whole, end));
        assertEquals(1, reading.problems().size());
        assertEquals(false, reading.isClean());
    }

    @Property(tries = 500)
    void aFileWithAnyByteChangedNeverThrows(@ForAll long seed, @ForAll byte other) {
        byte[] bytes = format.write(new DesignsAtRandom(seed).design());
        bytes[Math.floorMod(seed, bytes.length)] = other;
        Reading<Design> reading = format.read(bytes);
        reading.value()
                .ifPresent(design -> assertEquals(
                        new String(format.write(design), StandardCharsets.UTF_8),
                        new String(
                                format.write(format.read(format.write(design))
                                        .value()
                                        .orElseThrow()),
                                StandardCharsets.UTF_8)));
    }
}
