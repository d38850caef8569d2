package convas.editor.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.canvas.paint.IconFiles;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PathDataTest {
    private static void assertBox(double x, double y, double width, double height, String path) {
        Rectangle2D box = PathData.read(path).getBounds2D();
        assertEquals(x, box.getX(), 0.02, path);
        assertEquals(y, box.getY(), 0.02, path);
        assertEquals(width, box.getWidth(), 0.02, path);
        assertEquals(height, box.getHeight(), 0.02, path);
    }

    @Test
    void linesMayBeAbsoluteOrRelative() {
        assertBox(1, 2, 4, 6, "M1 2H5V8L1 8Z");
        assertBox(1, 2, 4, 6, "m1,2 h4 v6 l-4 0z");
        assertTrue(PathData.read("M1 2H5V8L1 8Z").contains(2, 3));
    }

    @Test
    void arcsGoTheWayTheirFlagsSay() {
        // Half circles about (5, 0): above for a sweep, below without one; y runs down.
        assertBox(0, -5, 10, 5, "M0 0A5 5 0 0 1 10 0");
        assertBox(0, 0, 10, 5, "M0 0A5 5 0 0 0 10 0");
        // Three quarters about (0, 5), and the quarter about (5, 0) on the other side of the same chord.
        assertBox(-5, 0, 10, 10, "M0 0A5 5 0 1 0 5 5");
        assertBox(0, 0, 5, 5, "M0 0A5 5 0 0 0 5 5");
        // Radii that are too small grow until they reach.
        assertBox(0, -5, 10, 5, "M0 0A1 1 0 0 1 10 0");
    }

    @Test
    void whatNoIconUsesIsRefusedByName() {
        assertThrows(IllegalArgumentException.class, () -> PathData.read("M0 0Q1 1 2 2"));
    }

    @Test
    void everyIconCanBeDrawn() throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("convas.home", "."), "icons"))) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".svg"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .toList();
        }
        assertTrue(names.size() > 30);
        for (String name : names) {
            IconFiles.Drawing icon = new IconFiles().find(name, "").orElseThrow();
            Rectangle2D all = new Rectangle2D.Double(12, 12, 0, 0);
            icon.paths().forEach(path -> {
                Path2D shape = PathData.read(path.get("d"));
                all.add(shape.getBounds2D());
            });
            assertTrue(new Rectangle2D.Double(-1, -1, icon.size() + 2, icon.size() + 2).contains(all), name);
        }
    }
}
