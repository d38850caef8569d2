package convas.editor.data;

import convas.text.Texts;
import convas.training.data.DataSurvey;
import convas.training.data.Picture;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A sample as a picture, beside it what augmentation makes of it, below its class or numbers. */
final class SamplePicture {
    private static final double SIDE = 64;

    private SamplePicture() {}

    static Node of(DataSurvey.Sample sample, Texts texts) {
        HBox pair = new HBox(2);
        sample.original().ifPresent(picture -> pair.getChildren().add(view(picture)));
        sample.altered().filter(picture -> !same(picture, sample)).ifPresent(picture -> {
            ImageView altered = view(picture);
            altered.getStyleClass().add("data-altered");
            Tooltip.install(altered, new Tooltip(texts.get("editordata.alteredTip")));
            pair.getChildren().add(altered);
        });
        pair.setAlignment(Pos.CENTER);
        Label label = new Label(sample.label());
        label.setMaxWidth(2 * SIDE);
        label.getStyleClass().add("text-small");
        VBox box = new VBox(2, pair, label);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("data-sample");
        return box;
    }

    private static boolean same(Picture altered, DataSurvey.Sample sample) {
        return sample.original()
                .filter(original -> java.util.Arrays.equals(original.argb(), altered.argb()))
                .isPresent();
    }

    private static ImageView view(Picture picture) {
        // Pixels of a small picture are to be seen, and some pipelines blur whatever they enlarge.
        int times = Math.max(1, (int) SIDE / Math.max(picture.width(), picture.height()));
        WritableImage image = new WritableImage(times * picture.width(), times * picture.height());
        PixelWriter pixels = image.getPixelWriter();
        for (int y = 0; y < times * picture.height(); y++) {
            for (int x = 0; x < times * picture.width(); x++) {
                pixels.setArgb(x, y, picture.argb()[y / times * picture.width() + x / times]);
            }
        }
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        return view;
    }
}
