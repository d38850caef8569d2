package convas.editor.profiling;

import convas.editor.Command;
import convas.editor.document.Document;
import convas.editor.part.DockTab;
import convas.editor.part.Kit;
import convas.editor.part.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;

/** The profiler in the window: its panel, the commands that start and stop it, and its numbers as colours. */
public final class ProfilePart implements Part {
    private static final String HOUSE = "editorprofiling";

    private final Kit kit;
    private final ProfileControl control;
    private final ProfilePanel panel;
    private final Runnable unlisten;

    public ProfilePart(Kit kit) {
        this.kit = kit;
        this.control = kit.profiles();
        this.panel = new ProfilePanel(kit, control);
        // What was measured is what one wants to see.
        this.unlisten = control.addFinishedListener(document -> warm(document, MeasuredFigure.TIME));
    }

    @Override
    public List<DockTab> dock() {
        return List.of(DockTab.titled("profile", kit.texts().get("editorprofiling.title"), panel));
    }

    @Override
    public List<List<Command>> commands() {
        List<Command> colours = new ArrayList<>();
        for (MeasuredFigure figure : MeasuredFigure.values()) {
            colours.add(kit.front()
                    .document(
                            "view.heat." + figure.name().toLowerCase(Locale.ROOT),
                            figure == MeasuredFigure.TIME ? "Shortcut+T" : "",
                            state -> true,
                            document -> warm(document, figure))
                    .named(HOUSE));
        }
        return List.of(
                List.of(
                        Command.of(
                                        "run.profile",
                                        "Shortcut+P",
                                        Bindings.and(
                                                BooleanExpression.booleanExpression(
                                                        kit.front().when(state -> true)),
                                                control.runningProperty().not()),
                                        this::profile)
                                .named(HOUSE),
                        Command.of("run.stopProfile", "", control.runningProperty(), control::stop)
                                .named(HOUSE)),
                colours);
    }

    private void profile() {
        kit.desk().showDock("profile");
        panel.start();
    }

    /** Shows a measured number by colour; says what to do first where nothing was measured. */
    private void warm(Document document, MeasuredFigure figure) {
        control.state(document)
                .profile()
                .ifPresentOrElse(
                        profile -> kit.desk().warm(document, Optional.of(figure.of(profile))),
                        () -> kit.hint().accept(kit.texts().get("editorprofiling.measureFirst")));
    }

    @Override
    public void close() {
        unlisten.run();
        panel.close();
    }
}
