package convas.editor.inspector;

import convas.editor.document.Document;
import convas.editor.tip.LateTip;
import convas.graph.Value;
import convas.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/**
 * How the design is to be trained: every field of its recipe, those alone that the chosen optimiser and schedule have. An
 * empty field shows the default that holds then.
 */
final class RecipeSection {
    private static final String OPTIMIZER = "optimizer";
    private static final String SCHEDULE = "schedule";
    private static final String EMA = "ema";
    private static final String EARLY = "early_stopping";
    private static final String TYPE = "type";
    private static final String PREFIX = "editorrecipe.";

    private final Document document;
    private final Texts texts;
    private final VBox root = new VBox(12);
    private Map<String, Value> defaults = Map.of();
    private Map<String, Value> shown = Map.of();
    /** The part that is just being filled. */
    private Section section;

    RecipeSection(Document document, Texts texts) {
        this.document = document;
        this.texts = texts;
        build();
    }

    /** Shows the recipe as it is now; the keyboard stays where it was. */
    void updated() {
        if (!document.design().training().equals(shown)) {
            Optional<Node> focus = Optional.ofNullable(root.getScene())
                    .map(Scene::getFocusOwner)
                    .filter(owner -> owner.getId() != null && root.lookup("#" + owner.getId()) == owner);
            build();
            focus.map(owner -> root.lookup("#" + owner.getId())).ifPresent(Node::requestFocus);
        }
    }

    private void build() {
        shown = document.design().training();
        root.getChildren().clear();
        String optimizer = chosen(OPTIMIZER, "AdamW");
        String schedule = chosen(SCHEDULE, "constant");
        defaults = RecipeEdit.changed(
                RecipeEdit.defaults(OPTIMIZER, optimizer),
                List.of(SCHEDULE),
                Optional.ofNullable(RecipeEdit.defaults(SCHEDULE, schedule).get(SCHEDULE)));
        begin("training");
        if (!(read(List.of("dataset")).orElse(null) instanceof Value.Mapping)) {
            text("dataset");
        }
        text("epochs");
        text("batch_size");
        text("seed");
        text("split_seed");
        choice(
                List.of("initialization"),
                List.of("pytorch", "kaiming_normal", "kaiming_uniform", "xavier_normal", "xavier_uniform"));
        begin(OPTIMIZER);
        choice(List.of(OPTIMIZER, TYPE), List.of("AdamW", "Adam", "SGD", "RMSprop"));
        fieldsOf(
                OPTIMIZER,
                List.of(
                        "learning_rate",
                        "momentum",
                        "nesterov",
                        "betas",
                        "alpha",
                        "centered",
                        "eps",
                        "weight_decay",
                        "decay_norm_and_bias"));
        text("clip_norm");
        begin(SCHEDULE);
        choice(List.of(SCHEDULE, TYPE), List.of("constant", "step", "cosine", "linear", "one_cycle"));
        fieldsOf(
                SCHEDULE,
                List.of(
                        "warmup_epochs",
                        "step_epochs",
                        "gamma",
                        "rise",
                        "start_factor",
                        "final_factor",
                        "cycle_momentum"));
        begin("loss");
        choice(List.of("loss"), List.of("auto", "cross_entropy", "bce", "mse", "l1"));
        text("label_smoothing");
        text("class_weights");
        begin(EMA);
        text(EMA, "decay");
        if (read(List.of(EMA)).isPresent()) {
            check(List.of(EMA, "warmup"), true);
        }
        begin(EARLY);
        text(EARLY, "patience");
        if (read(List.of(EARLY)).isPresent()) {
            choice(List.of(EARLY, "monitor"), List.of("validation_loss", "validation_accuracy"));
            text(EARLY, "min_delta");
        }
    }

    VBox root() {
        return root;
    }

    private void begin(String title) {
        section = new Section(texts.get(PREFIX + "title." + title));
        root.getChildren().add(section);
    }

    private String chosen(String object, String otherwise) {
        return read(List.of(object, TYPE)).map(Value::display).orElse(otherwise);
    }

    /** The fields that the chosen type has, in the order given. */
    private void fieldsOf(String object, List<String> order) {
        for (String name : order) {
            Optional<Value> usual = RecipeEdit.read(defaults, List.of(object, name));
            if (usual.isPresent() && usual.get() instanceof Value.Bool bool) {
                check(List.of(object, name), bool.value());
            } else if (usual.isPresent()) {
                text(object, name);
            }
        }
    }

    private void text(String... path) {
        List<String> place = List.of(path);
        Refusal refused = new Refusal(id(place));
        TextField field = Fields.text(
                id(place),
                read(place).map(ValueText::show).orElse(""),
                texts.get(key(place) + "Tip"),
                typed -> refusal(place, typed),
                refused::say,
                typed -> apply(fields -> typed(fields, place, typed)));
        field.setPromptText(
                RecipeEdit.read(defaults, place).map(RecipeSection::plain).orElseGet(() -> texts.get(PREFIX + "none")));
        section.field(texts.get(key(place)), field);
        section.getChildren().add(refused);
    }

    private String refusal(List<String> place, String typed) {
        if (typed.startsWith("=")) {
            return texts.get("editorinspector.recipe.expression", typed);
        }
        Map<String, Value> before = document.design().training();
        return RecipeEdit.mistakes(before, typed(before, place, typed)).stream()
                .map(mistake -> mistake.sentence(texts))
                .collect(Collectors.joining(" "));
    }

    /** Emptying the field that an option stands or falls with takes the whole option away. */
    private static Map<String, Value> typed(Map<String, Value> fields, List<String> place, String typed) {
        boolean whole = place.equals(List.of(EMA, "decay")) || place.equals(List.of(EARLY, "patience"));
        return typed.isEmpty() && whole
                ? RecipeEdit.changed(fields, place.subList(0, 1), Optional.empty())
                : RecipeEdit.changed(fields, place, ValueText.parse(typed));
    }

    /** As a person would write it: 1 and not 1.0. */
    private static String plain(Value value) {
        return value instanceof Value.Real real && real.value() == Math.rint(real.value())
                ? ValueText.show(Value.of(Math.round(real.value())))
                : ValueText.show(value);
    }

    private void check(List<String> place, boolean usual) {
        CheckBox box = new CheckBox();
        box.setId(id(place));
        box.setAccessibleText(texts.get(key(place) + "Tip"));
        LateTip.on(box, texts.get(key(place) + "Tip"));
        box.setSelected(read(place).map(value -> value.equals(Value.of(true))).orElse(usual));
        box.selectedProperty()
                .addListener((property, before, now) ->
                        apply(fields -> RecipeEdit.changed(fields, place, Optional.of(Value.of(now)))));
        section.field(texts.get(key(place)), box);
    }

    private void choice(List<String> place, List<String> choices) {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.setId(id(place));
        box.getItems().addAll(choices);
        box.setAccessibleText(texts.get(key(place) + "Tip"));
        LateTip.on(box, texts.get(key(place) + "Tip"));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String choice) {
                return choice == null
                        ? ""
                        : texts.find(PREFIX + "choice." + choice, List.of()).orElse(choice);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        box.setValue(read(place).map(Value::display).orElse(choices.get(0)));
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        boolean typed = place.get(place.size() - 1).equals(TYPE);
        box.valueProperty()
                .addListener((property, before, now) -> apply(fields -> typed
                        ? RecipeEdit.retyped(fields, place.get(0), now)
                        : RecipeEdit.changed(fields, place, Optional.of(Value.of(now)))));
        section.field(texts.get(key(place)), box);
    }

    private static String key(List<String> place) {
        return PREFIX + String.join(".", place);
    }

    private static String id(List<String> place) {
        return "recipe-" + String.join("-", place);
    }

    private Optional<Value> read(List<String> place) {
        return RecipeEdit.read(document.design().training(), place);
    }

    private void apply(UnaryOperator<Map<String, Value>> change) {
        document.apply("editor.edit.recipe", design -> design.withTraining(change.apply(design.training())));
    }
}
