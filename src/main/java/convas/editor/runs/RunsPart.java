package convas.editor.runs;

import convas.editor.part.DockTab;
import convas.editor.part.Kit;
import convas.editor.part.Part;
import java.util.List;

/** The panel of runs in the dock. */
public final class RunsPart implements Part {
    private final Kit kit;
    private final RunsPanel panel;

    public RunsPart(Kit kit) {
        this.kit = kit;
        this.panel = new RunsPanel(kit);
    }

    @Override
    public List<DockTab> dock() {
        return List.of(DockTab.titled("runs", kit.texts().get("editorruns.title"), panel));
    }

    @Override
    public void close() {
        panel.close();
    }
}
