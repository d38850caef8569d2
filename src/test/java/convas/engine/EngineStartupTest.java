package convas.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EngineStartupTest {
    @Test
    void theEngineIsKeptOffTheNetwork() {
        EngineStartup.apply();

        assertEquals("true", System.getProperty("ai.djl.offline"));
        assertEquals("true", System.getProperty("OPT_OUT_TRACKING"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theAllocatorTakesEverySwitchUnlessTheEnvironmentTunesIt() {
        boolean tuned = System.getenv().keySet().stream().anyMatch(name -> name.startsWith("MALLOC_"));

        assertEquals(!tuned, EngineStartup.keepMemory());
    }

    @Test
    void threadsStayAwakeOnlyWhereNobodyElseNeedsTheProcessors() {
        assertTrue(EngineStartup.isRoomFor(2, 2, 0.1));
        assertTrue(EngineStartup.isRoomFor(1, 2, 1));
        assertFalse(EngineStartup.isRoomFor(2, 2, 1));
        assertFalse(EngineStartup.isRoomFor(4, 2, 0));
        assertFalse(EngineStartup.isRoomFor(1, 2, Double.NaN));
    }
}
