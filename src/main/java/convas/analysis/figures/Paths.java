package convas.analysis.figures;

import java.util.ArrayList;
import java.util.List;

/** The paths that a step's figures count towards. */
public final class Paths {
    private Paths() {}

    /**
     * The path and all that hold it, outermost first: {@code stage}, {@code stage.0}, {@code stage.0/conv} for
     * {@code stage.0/conv}. Node ids have no dots, so a dot always starts a copy's number.
     */
    public static List<String> upTo(String path) {
        List<String> paths = new ArrayList<>();
        for (int at = 0; at < path.length(); at++) {
            char sign = path.charAt(at);
            if (sign == '/' || sign == '.') {
                paths.add(path.substring(0, at));
            }
        }
        paths.add(path);
        return paths;
    }
}
