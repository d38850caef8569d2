package convas.editor.data;

import convas.editor.DocumentPanel;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.part.Kit;
import convas.graph.Design;
import convas.graph.json.Reading;
import convas.text.Texts;
import convas.training.data.DataEdits;
import convas.training.data.DataPaths;
import convas.training.data.DataSurvey;
import convas.training.data.DataSurveyor;
import convas.training.recipe.DataRecipe;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** Shows the data of the design in front, and edits which it is. Files are read off the window's thread. */
final class DataPanel implements DocumentPanel {
    private static final String EDIT = "editordata.edit";

    private final Kit kit;
    private final Texts texts;
    private final DataSurveyor surveyor = DataSurveyor.builtin();
    /** One look after the other; one that is asked for meanwhile takes the place of those that wait. */
    private final Executor looks;

    private final AtomicLong newest = new AtomicLong();
    private final AugmentRow augment;
    private final Node root;
    private Optional<Document> document = Optional.empty();
    private Optional<DataSurvey.Facts> facts = Optional.empty();
    private long draw;
    private boolean filling;

    @FXML
    private ComboBox<String> kind;

    @FXML
    private Label path;

    @FXML
    private MenuButton found;

    @FXML
    private Label summary;

    @FXML
    private VBox problems;

    @FXML
    private HBox augmentRow;

    @FXML
    private FlowPane pictures;

    @FXML
    private Label measured;

    @FXML
    private Button useMeasured;

    @FXML
    private VBox counts;

    DataPanel(Kit kit) {
        this.kit = kit;
        this.texts = kit.texts();
        this.looks = kit.tasks().serial();
        this.root = kit.loader().load("data", "editordata", this);
        this.augment = new AugmentRow(texts, (name, value) -> edit(design -> DataEdits.augment(design, name, value)));
        augmentRow.getChildren().addAll(augment.nodes());
        kind.getItems().setAll(surveyor.kinds(false));
        kind.getItems().addAll(surveyor.kinds(true));
        kind.valueProperty().addListener((property, before, now) -> choose(now));
        root.parentProperty().addListener((property, before, parent) -> {
            if (parent != null) {
                parent.visibleProperty().addListener((visible, was, is) -> look());
            }
        });
        look();
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Optional<Document> shown) {
        document = shown;
        look();
    }

    @Override
    public void changed(Change change) {
        if (change.design() || change.analysis() || change.file()) {
            look();
        }
    }

    private boolean isSeen() {
        return root.getParent() != null && root.getParent().isVisible();
    }

    /** Looks at the data in the background, where anybody sees it. */
    private void look() {
        root.setDisable(document.isEmpty());
        if (document.isEmpty() || !isSeen()) {
            return;
        }
        long mine = newest.incrementAndGet();
        Document now = document.get();
        Design design = now.design();
        var analysis = now.analysis();
        Optional<Path> file = now.file();
        long seed = draw;
        looks.execute(() -> {
            if (mine != newest.get()) {
                return;
            }
            DataSurvey survey = surveyor.survey(design, analysis, file, seed);
            List<Path> places = surveyor.found(file);
            kit.tasks().ui().execute(() -> {
                if (mine == newest.get()) {
                    fill(design, survey, places);
                }
            });
        });
    }

    private void fill(Design design, DataSurvey survey, List<Path> places) {
        filling = true;
        kind.setValue(survey.type().isEmpty() ? null : survey.type());
        filling = false;
        path.setText(DataRecipe.of(design.training()).flatMap(DataPaths::path).orElse(""));
        path.setVisible(!path.getText().isEmpty());
        path.setManaged(path.isVisible());
        found.getItems().setAll(places.stream().map(this::foundItem).toList());
        found.setDisable(places.isEmpty());
        facts = survey.facts();
        augment.show(DataEdits.augmentation(design));
        problems.getChildren()
                .setAll(survey.problems().stream().map(this::problem).toList());
        summary.setText(facts.map(known -> texts.get(
                        known.answers() > 0 ? "editordata.numbers" : "editordata.classes",
                        known.training(),
                        known.validation(),
                        known.shape(),
                        known.answers() > 0 ? known.answers() : known.classes().size()))
                .orElse(texts.get("editordata.none")));
        pictures.getChildren()
                .setAll(facts.stream()
                        .flatMap(known -> known.samples().stream())
                        .map(sample -> SamplePicture.of(sample, texts))
                        .toList());
        measured.setText(facts.map(this::numbers).orElse(""));
        useMeasured.setDisable(facts.isEmpty());
        counts.getChildren()
                .setAll(facts.map(known -> ClassBars.of(known.classes(), texts)).orElse(List.of()));
    }

    private MenuItem foundItem(Path place) {
        MenuItem item = new MenuItem(place.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> take(place));
        return item;
    }

    private String numbers(DataSurvey.Facts known) {
        return texts.get("editordata.measured", list(known.mean()), list(known.deviation()), known.measured());
    }

    private String list(List<Double> numbers) {
        List<String> shown = numbers.stream()
                .limit(4)
                .map(number -> String.format(texts.locale(), "%.3f", number))
                .toList();
        return String.join("  ", shown) + (numbers.size() > shown.size() ? " ..." : "");
    }

    private Node problem(DataSurvey.Problem problem) {
        Label sentence = new Label(problem.diagnostic().line(texts));
        sentence.setWrapText(true);
        sentence.getStyleClass().add(problem.diagnostic().isError() ? "field-error" : "text-muted");
        VBox box = new VBox(2, sentence);
        problem.mend().ifPresent(mend -> {
            Button button = new Button(texts.get("editordata.mend"));
            button.getStyleClass().addAll("small", "data-mend");
            button.setOnAction(event -> edit(mend));
            box.getChildren().add(button);
        });
        return box;
    }

    private void edit(UnaryOperator<Design> change) {
        document.ifPresent(open -> open.apply(EDIT, change));
    }

    private void choose(String type) {
        if (filling || type == null || document.isEmpty()) {
            return;
        }
        if (!surveyor.kinds(true).contains(type)) {
            edit(design -> DataEdits.kind(design, type));
            return;
        }
        // Without a place there is nothing to learn from, so a dialog that is cancelled leaves the data as they were.
        (type.equals("npz") ? askFile() : askFolder())
                .ifPresentOrElse(place -> take(place, design -> DataEdits.kind(design, type)), this::look);
    }

    @FXML
    private void chooseFolder() {
        askFolder().ifPresent(this::take);
    }

    @FXML
    private void chooseFile() {
        askFile().ifPresent(this::take);
    }

    private Optional<Path> askFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("editordata.folderTip"));
        return Optional.ofNullable(chooser.showDialog(kit.owner())).map(File::toPath);
    }

    private Optional<Path> askFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("editordata.fileTip"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        texts.get("editordata.files"), "*.npz", "*.zip", "*.tar.gz", "*.tgz", "*.tar"));
        return Optional.ofNullable(chooser.showOpenDialog(kit.owner())).map(File::toPath);
    }

    private void take(Path place) {
        take(place, UnaryOperator.identity());
    }

    /**
     * Makes what is at a path the design's data; looking at it may take a moment.
     *
     * @param first what is done to the design before
     */
    private void take(Path place, UnaryOperator<Design> first) {
        document.ifPresent(open -> {
            Design before = first.apply(open.design());
            looks.execute(() -> {
                Reading<Design> reading = surveyor.at(before, place);
                kit.tasks().ui().execute(() -> taken(open, reading));
            });
        });
    }

    private void taken(Document open, Reading<Design> reading) {
        reading.value()
                .ifPresentOrElse(
                        design -> open.apply(EDIT, now -> now.withTraining(design.training())),
                        () -> kit.hint().accept(reading.problems().get(0).line(texts)));
    }

    @FXML
    private void others() {
        draw++;
        look();
    }

    @FXML
    private void useMeasured() {
        facts.ifPresent(known -> edit(design -> DataEdits.normalize(design, known.mean(), known.deviation())));
    }

    /** What is being looked at is of no interest any more. */
    void close() {
        newest.incrementAndGet();
        document = Optional.empty();
    }
}
