package convas.editor.data;

import convas.editor.part.DockTab;
import convas.editor.part.Kit;
import convas.editor.part.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

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

    /** Folders, archives and arrays become the data of the design in front. */
    @Override
    public boolean drop(Path dropped) {
        if (!panel.takesData()
                || !(Files.isDirectory(dropped)
                        || DataPanel.FILES.stream()
                                .anyMatch(ending -> dropped.getFileName()
                                        .toString()
                                        .toLowerCase(Locale.ROOT)
                                        .endsWith(ending)))) {
            return false;
        }
        kit.desk().showDock("data");
        panel.take(dropped);
        return true;
    }

    @Override
    public void close() {
        panel.close();
    }
}
