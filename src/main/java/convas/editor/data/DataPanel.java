package convas.editor.data;

import convas.editor.DocumentPanel;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.part.Kit;
import convas.editor.problems.DataLooks;
import convas.graph.Design;
import convas.graph.json.Reading;
import convas.text.Texts;
import convas.training.data.DataEdits;
import convas.training.data.DataOption;
import convas.training.data.DataSurvey;
import convas.training.data.DataSurveyor;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** Shows the data of the design in front, and edits which it is. Files are read off the window's thread. */
final class DataPanel implements DocumentPanel {
    /** Endings of the files that hold data. */
    static final List<String> FILES = List.of(".npz", ".zip", ".tar.gz", ".tgz", ".tar");

    private static final String EDIT = "editordata.edit";

    private final Kit kit;
    private final Texts texts;
    private final DataSurveyor surveyor;
    /** One look after the other; one that is asked for meanwhile takes the place of those that wait. */
    private final DataLooks looks;

    private final AtomicLong newest = new AtomicLong();
    private final AugmentRow augment;
    private final OptionForm options;
    private final SurveyView told;
    private final LookBar bar;
    private final WholeLook whole;
    private final Node root;
    private Optional<Document> document = Optional.empty();
    /** What the passing look has found of the design in front. */
    private Optional<Glance> glance = Optional.empty();

    private Optional<DataSurvey.Facts> facts = Optional.empty();
    private long draw;
    private boolean filling;

    @FXML
    private ComboBox<String> kind;

    @FXML
    private MenuButton found;

    @FXML
    private Label summary;

    @FXML
    private ScrollPane choicePane;

    @FXML
    private VBox choice;

    @FXML
    private VBox surveyColumn;

    @FXML
    private ScrollPane surveyPane;

    @FXML
    private VBox survey;

    @FXML
    private FlowPane augmentRow;

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
        this.looks = kit.data();
        this.surveyor = looks.surveyor();
        this.root = kit.loader().load("data", "editordata", this);
        this.augment = new AugmentRow(texts, (name, value) -> edit(design -> DataEdits.augment(design, name, value)));
        augmentRow.getChildren().addAll(0, augment.nodes());
        this.options = new OptionForm(texts, surveyor.options(), () -> document.map(Document::design), this::edit);
        choice.getChildren().add(options.root());
        this.told = new SurveyView(texts, options, this::edit);
        this.whole = new WholeLook(looks, kit.tasks(), kit.pulse(), this::wholeChanged);
        this.bar = new LookBar(texts, this::cancelLook, this::lookAgain, this::copy);
        surveyColumn.getChildren().add(0, bar.root());
        survey.getChildren().add(told.root());
        FocusFollower.in(choicePane);
        FocusFollower.in(surveyPane);
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
            Glance seen = new Glance(
                    design,
                    surveyor.survey(design, analysis, file, seed),
                    surveyor.options().of(design, analysis));
            List<Path> places = surveyor.found(file);
            kit.tasks().ui().execute(() -> {
                if (mine == newest.get()) {
                    fill(seen, places);
                    looks.seen();
                }
            });
        });
    }

    /** What a passing look has found. */
    private record Glance(Design design, DataSurvey survey, List<DataOption> options) {}

    private void fill(Glance seen, List<Path> places) {
        glance = Optional.of(seen);
        filling = true;
        kind.setValue(seen.survey().type().isEmpty() ? null : seen.survey().type());
        filling = false;
        found.getItems().setAll(places.stream().map(this::foundItem).toList());
        found.setDisable(places.isEmpty());
        augment.show(DataEdits.augmentation(seen.design()));
        options.show(seen.design(), seen.options());
        pictures.getChildren()
                .setAll(seen.survey().facts().stream()
                        .flatMap(known -> known.samples().stream())
                        .map(sample -> SamplePicture.of(sample, texts))
                        .toList());
        // What cannot be had at all needs no second look to be told so.
        seen.survey()
                .source()
                .filter(source -> seen.survey().facts().isPresent())
                .ifPresentOrElse(whole::ask, whole::cancel);
        tell(seen);
    }

    /** What is known by now. */
    private DataSurvey known(Glance seen) {
        return seen.survey()
                .source()
                .flatMap(whole::of)
                .map(seen.survey()::with)
                .orElse(seen.survey());
    }

    private void wholeChanged() {
        if (whole.progress().isPresent()) {
            bar.show(whole.progress(), false);
        } else {
            glance.ifPresent(this::tell);
        }
    }

    private void cancelLook() {
        whole.cancel();
        glance.ifPresent(this::tell);
    }

    private void lookAgain() {
        looks.forget();
        whole.again();
        look();
    }

    private void copy() {
        glance.ifPresent(seen -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(told.text(known(seen)));
            Clipboard.getSystemClipboard().setContent(content);
            kit.hint().accept(texts.get("editordata.look.copied"));
        });
    }

    private void tell(Glance seen) {
        DataSurvey survey = known(seen);
        facts = survey.facts();
        bar.root().setVisible(facts.isPresent());
        bar.root().setManaged(facts.isPresent());
        bar.show(whole.progress(), survey.source().flatMap(whole::of).isPresent());
        told.show(survey, seen.design(), seen.options(), bar.copying());
        summary.setText(facts.map(known -> texts.get(
                        known.answers() > 0 ? "editordata.numbers" : "editordata.classes",
                        known.training(),
                        known.validation(),
                        known.shape(),
                        known.answers() > 0 ? known.answers() : known.classes().size()))
                .orElse(texts.get("editordata.none")));
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
                        texts.get("editordata.files"),
                        FILES.stream().map(ending -> "*" + ending).toList()));
        return Optional.ofNullable(chooser.showOpenDialog(kit.owner())).map(File::toPath);
    }

    /** Whether there is a design whose data could be chosen. */
    boolean takesData() {
        return document.isPresent();
    }

    /** Makes what is at a path the design's data. */
    void take(Path place) {
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
        whole.cancel();
        document = Optional.empty();
    }
}
