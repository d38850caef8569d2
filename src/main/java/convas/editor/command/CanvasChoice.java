package convas.editor.command;

import convas.editor.canvas.CanvasView;
import convas.editor.canvas.TypeChoice;
import convas.operator.NodeType;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The list that opens on a canvas: node types that fit, or everything that the command box finds. */
public record CanvasChoice(
        CanvasView canvas, TypePopup popup, Supplier<Suggestions> suggestions, CommandBox.Actions actions)
        implements TypeChoice {
    @Override
    public void choose(double x, double y, Predicate<NodeType> fits, Consumer<String> chosen) {
        List<NodeType> types =
                canvas.document().catalog().all().stream().filter(fits).toList();
        open(x, y, "", typed -> suggestions.get().types(typed, types), chosen);
    }

    @Override
    public void anything(double x, double y, String first, Consumer<String> chosen) {
        open(
                x,
                y,
                first,
                typed -> typed.isBlank()
                        ? suggestions
                                .get()
                                .types(typed, canvas.document().catalog().all())
                        : suggestions.get().all(typed, Optional.of(canvas.document())),
                chosen);
    }

    private void open(
            double x,
            double y,
            String typed,
            java.util.function.Function<String, List<Suggestion>> found,
            Consumer<String> chosen) {
        popup.show(canvas, canvas.localToScreen(x, y), typed, found, suggestion -> {
            if (suggestion instanceof Suggestion.Add add) {
                chosen.accept(add.type().type());
            } else {
                actions.perform(suggestion);
            }
        });
    }
}
