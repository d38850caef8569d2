package convas.editor.arrange;

import convas.editor.Command;
import convas.editor.FrontCommands;
import convas.editor.Settings;
import convas.editor.canvas.CanvasView;
import convas.editor.canvas.Tidier;
import convas.editor.document.DocumentState;
import convas.graph.Flow;
import convas.graph.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The commands that line cards up, and those that select along wires. */
public final class ArrangeCommands {
    /** The setting that says whether moved cards snap; they do where it says nothing. */
    public static final String SNAPPING = "snapping";

    /** Where the names of the newer ones are. */
    private static final String OWN = "editordraw";

    private final FrontCommands front;

    public ArrangeCommands(FrontCommands front) {
        this.front = front;
    }

    /** For the menu {@code select}. */
    public List<List<Command>> selecting() {
        return List.of(
                List.of(
                        front.canvas("select.all", "", CanvasView::selectAll),
                        front.canvas("select.none", "", view -> view.arranger().selectNothing())
                                .named(OWN),
                        front.canvas(
                                        "select.invert",
                                        "Shortcut+Shift+I",
                                        view -> view.arranger().selectOthers())
                                .named(OWN),
                        some(
                                        "select.type",
                                        "Shortcut+Shift+A",
                                        1,
                                        view -> view.arranger().selectType())
                                .named(OWN),
                        some(
                                        "select.connected",
                                        "Shortcut+J",
                                        1,
                                        view -> view.arranger().selectConnected())
                                .named(OWN),
                        front.canvas(
                                        "select.framed",
                                        "",
                                        state -> state.selection().notes().stream()
                                                .anyMatch(Note::frame),
                                        view -> view.arranger().selectFramed())
                                .named(OWN)),
                walking(),
                List.of(
                        some(
                                "select.upstream",
                                "Shortcut+Shift+LEFT",
                                1,
                                view -> view.arranger().selectUpstream()),
                        some(
                                "select.downstream",
                                "Shortcut+Shift+RIGHT",
                                1,
                                view -> view.arranger().selectDownstream()),
                        some(
                                "select.path",
                                "Shortcut+Shift+B",
                                2,
                                view -> view.arranger().selectPath())));
    }

    private List<Command> walking() {
        List<Command> walking = new ArrayList<>();
        for (Walk.Way way : Walk.Way.values()) {
            walking.add(front.canvas(
                            "select.walk." + way.name().toLowerCase(Locale.ROOT),
                            "Alt+" + way.name(),
                            view -> view.walker().walk(way))
                    .named(OWN));
        }
        walking.add(
                front.canvas("select.walk.wire", "Alt+W", view -> view.walker().wire())
                        .named(OWN));
        return walking;
    }

    /** For the menu {@code arrange}. */
    public List<List<Command>> arranging(Settings settings, Runnable applySnapping, Runnable toggleMotion) {
        return List.of(
                List.of(Side.values()).stream()
                        .map(side -> some(
                                "arrange.align." + side.name().toLowerCase(Locale.ROOT),
                                "",
                                2,
                                view -> view.arranger().align(side)))
                        .toList(),
                List.of(
                        some(
                                "arrange.horizontally",
                                "",
                                3,
                                view -> view.arranger().distribute(true)),
                        some(
                                "arrange.vertically",
                                "",
                                3,
                                view -> view.arranger().distribute(false)),
                        some(
                                "arrange.straighten",
                                "Shortcut+B",
                                1,
                                view -> view.arranger().straighten())),
                List.of(
                        canEdit("arrange.tidy", "Shortcut+L", 0, Tidier::tidy),
                        canEdit("arrange.tidySelection", "Shortcut+I", 2, Tidier::tidySelection),
                        canEdit("arrange.toRight", "Shortcut+Shift+X", 0, tidier -> tidier.flow(Flow.RIGHT)),
                        canEdit("arrange.toBottom", "Shortcut+Shift+Y", 0, tidier -> tidier.flow(Flow.DOWN)),
                        Command.of("arrange.motion", "", toggleMotion)),
                List.of(Command.of("arrange.snapping", "", () -> {
                    setSnapping(settings, !isSnapping(settings));
                    applySnapping.run();
                })));
    }

    private Command canEdit(String id, String shortcut, int least, Consumer<Tidier> action) {
        return front.canvas(
                id,
                shortcut,
                (DocumentState state) ->
                        state.sheet().isEditable() && state.selection().nodes().size() >= least,
                view -> action.accept(view.tidier()));
    }

    /** Whether moved cards are to snap. */
    public static boolean isSnapping(Settings settings) {
        return settings.get(SNAPPING).map(Boolean::parseBoolean).orElse(true);
    }

    /** Remembers whether moved cards snap. */
    public static void setSnapping(Settings settings, boolean wanted) {
        settings.set(SNAPPING, Boolean.toString(wanted));
    }

    private Command some(String id, String shortcut, int least, Consumer<CanvasView> action) {
        return front.canvas(
                id, shortcut, (DocumentState state) -> state.selection().nodes().size() >= least, action);
    }
}
