package convas.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    private final Release release = new Release();

    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        Matcher built = Pattern.compile("<artifactId>convas</artifactId>\\s*<version>([^<-]+)(-SNAPSHOT)?</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertEquals(true, built.find());
        assertEquals(built.group(1), release.version());
    }

    @Test
    void everyArchiveThatComesAlongHasItsLicenceNamed() throws IOException, URISyntaxException {
        Path classes = Path.of(Release.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> unnamed = new ArrayList<>();
        for (String archive : Files.readString(classes.resolveSibling("classpath.txt"))
                .strip()
                .split(Pattern.quote(java.io.File.pathSeparator))) {
            String name = Path.of(archive).getFileName().toString();
            boolean named = release.libraries().stream()
                    .flatMap(library -> library.archives().stream())
                    .anyMatch(name::startsWith);
            if (!named) {
                unnamed.add(name);
            }
        }
        assertEquals(List.of(), unnamed);
    }
}
