package convas.editor;

import convas.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ResourceBundle;
import javafx.fxml.FXMLLoader;

/** Loads the FXML of panels, in the window's language. */
public final class Panels {
    private final Texts texts;

    public Panels(Texts texts) {
        this.texts = texts;
    }

    public Texts texts() {
        return texts;
    }

    /**
     * The scene graph of {@code convas/editor/NAME.fxml} with this controller, its texts from the bundle {@code editor}.
     *
     * @param <T> what stands outermost in the file
     */
    public <T> T load(String name, Object controller) {
        return load(name, "editor", controller);
    }

    /**
     * The scene graph of {@code convas/editor/NAME.fxml} with this controller.
     *
     * @param house the bundle that has the file's texts
     * @param <T> what stands outermost in the file
     */
    public <T> T load(String name, String house, Object controller) {
        FXMLLoader loader = new FXMLLoader(Panels.class.getResource("/convas/editor/" + name + ".fxml"));
        loader.setResources(ResourceBundle.getBundle(
                "convas.text." + house,
                texts.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException("convas/editor/" + name + ".fxml", broken);
        }
    }
}
