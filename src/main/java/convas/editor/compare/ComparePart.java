package convas.editor.compare;

import convas.editor.Command;
import convas.editor.part.Desk;
import convas.editor.part.Kit;
import convas.editor.part.Page;
import convas.editor.part.Part;
import convas.graph.Design;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** Comparisons as the window offers them; others open one with {@link #open}. */
public final class ComparePart implements Part {
    private static final String HOUSE = "editorcompare";

    private final Kit kit;

    public ComparePart(Kit kit) {
        this.kit = kit;
    }

    /**
     * Opens a comparison in a tab.
     *
     * @param one the earlier design, for instance that of a run; what only {@code other} has counts as added
     */
    public static void open(Kit kit, Source one, Source other) {
        kit.desk().show(new ComparePage(kit, one, other));
    }

    /** Opens a comparison of two designs as they are. */
    public static void open(Kit kit, String name, Design one, String otherName, Design other) {
        open(kit, Source.of(name, one), Source.of(otherName, other));
    }

    @Override
    public List<List<Command>> commands() {
        ObservableValue<Boolean> shown =
                kit.desk().page().map(ComparePage.class::isInstance).orElse(false);
        return List.of(List.of(
                Command.of("design.compare", "Shortcut+Shift+C", kit.front().when(state -> true), this::compare)
                        .named(HOUSE),
                Command.of(
                                "design.compareSaved",
                                "Shortcut+Shift+D",
                                kit.front().when(state -> state.file().isPresent()),
                                this::compareSaved)
                        .named(HOUSE),
                Command.of("design.nextDifference", "F7", shown, () -> page(page -> page.step(1)))
                        .named(HOUSE),
                Command.of("design.previousDifference", "Shift+F7", shown, () -> page(page -> page.step(-1)))
                        .named(HOUSE)));
    }

    private void page(Consumer<ComparePage> action) {
        Page front = kit.desk().page().getValue();
        if (front instanceof ComparePage page) {
            action.accept(page);
        }
    }

    /** The design in front with another open one, else with what its file holds, else with a preset; to be changed there. */
    private void compare() {
        kit.desk().front().ifPresent(front -> {
            Sources sources = new Sources(kit);
            Optional<Source> other = kit.desk().designs().stream()
                    .filter(sheet -> sheet.document() != front.document())
                    .reduce((one, later) -> later)
                    .map(sources::live)
                    .or(() -> sources.saved(front));
            List<Source> all = sources.all();
            open(kit, other.orElse(all.get(all.size() - 1)), sources.live(front));
        });
    }

    private void compareSaved() {
        Optional<Desk.Sheet> front = kit.desk().front();
        Sources sources = new Sources(kit);
        front.flatMap(sources::saved).ifPresent(saved -> open(kit, saved, sources.live(front.orElseThrow())));
    }
}
