package convas.editor.data;

import convas.editor.part.DockTab;
import convas.editor.part.Kit;
import convas.editor.part.Part;
import java.util.List;

/** The panel of data in the dock. */
public final class DataPart implements Part {
    private final Kit kit;
    private final DataPanel panel;

    public DataPart(Kit kit) {
        this.kit = kit;
        this.panel = new DataPanel(kit);
    }

    @Override
    public List<DockTab> dock() {
        return List.of(DockTab.titled("data", kit.texts().get("editordata.title"), panel));
    }

    @Override
    public void close() {
        panel.close();
    }
}
