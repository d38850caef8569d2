package convas.editor.inspector;

import convas.analysis.Analysis;
import convas.editor.Figures;
import convas.editor.document.Document;
import convas.graph.Design;
import convas.text.Texts;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** The design itself: name, description, variables to play with while the totals follow, and the training recipe. */
final class DesignInspector implements Shown {
    private final Document document;
    private final Texts texts;
    private final VBox root = new VBox(12);
    private final VBox below = new VBox(12);
    private final Section section;
    private final Totals totals;
    private final Figure activations;
    private final RecipeSection recipe;
    private final VariablesSection variables;
    private OptionalLong peak;
    private Design shown;

    /** @param peak the peak of the activations in bytes, where it is known */
    DesignInspector(Document document, OptionalLong peak, Texts texts) {
        this.document = document;
        this.texts = texts;
        this.peak = peak;
        this.shown = document.design();
        this.recipe = new RecipeSection(document, texts);
        this.variables = new VariablesSection(document, texts);
        this.section = new Section(texts.get("editor.inspector.totals"));
        this.totals = new Totals(section, texts);
        this.activations = section.figure(
                texts.get("editorinspector.peak"), texts.get("editorpanels.status.activationsTip"), "total-peak");
        build();
        analysed();
    }

    @Override
    public VBox root() {
        return root;
    }

    @Override
    public boolean fits() {
        Design now = document.design();
        return document.selection().nodes().isEmpty()
                && document.selection().inner().isEmpty()
                && now.name().equals(shown.name())
                && now.description().equals(shown.description())
                && variables.fits();
    }

    @Override
    public void updated() {
        shown = document.design();
        variables.updated();
        recipe.updated();
    }

    @Override
    public void analysed() {
        variables.analysed();
        document.analysis().ifPresentOrElse(this::total, below.getChildren()::clear);
    }

    /** The peak of the activations was worked out, or is not known any more. */
    void peak(OptionalLong bytes) {
        peak = bytes;
        document.analysis().ifPresent(this::total);
    }

    private void total(Analysis analysis) {
        totals.show(analysis.total(), Optional.empty());
        activations.value(
                peak.isPresent() && analysis.program().isPresent() ? Figures.bytes(peak.getAsLong()) : Figures.UNKNOWN);
        if (below.getChildren().isEmpty()) {
            below.getChildren().add(section);
        }
    }

    private void build() {
        Label title = new Label(shown.name().isEmpty() ? texts.get("editor.untitled") : shown.name());
        title.getStyleClass().add("inspector-title");
        Section general = new Section(texts.get("editor.inspector.design"));
        general.field(
                texts.get("editor.inspector.name"),
                Fields.text(
                        "field-design-name",
                        shown.name(),
                        texts.get("editor.inspector.nameTip"),
                        typed -> document.apply("editor.edit.name", design -> design.withName(typed))));
        general.getChildren().add(description());
        root.getChildren().addAll(title, general, variables.root(), below, recipe.root());
    }

    private TextArea description() {
        TextArea area = new TextArea(shown.description());
        area.setId("field-description");
        area.setWrapText(true);
        area.setPrefRowCount(4);
        area.setPromptText(texts.get("editor.inspector.description"));
        area.setAccessibleText(texts.get("editor.inspector.description"));
        area.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                document.apply("editor.edit.description", design -> described(design, area.getText()));
            }
        });
        return area;
    }

    private static Design described(Design design, String description) {
        return design.description().equals(description) ? design : design.withDescription(description);
    }
}
