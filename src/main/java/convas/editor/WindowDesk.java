package convas.editor;

import convas.editor.document.Document;
import convas.editor.overlay.HeatSource;
import convas.editor.part.Desk;
import convas.editor.part.Page;
import convas.graph.Design;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** The window's designs and pages as its parts see them. */
record WindowDesk(Workbench workbench, DesignFiles files) implements Desk {
    @Override
    public List<Sheet> designs() {
        return workbench.openDesigns().stream().map(WindowDesk::sheet).toList();
    }

    @Override
    public Optional<Sheet> front() {
        return workbench.front().map(WindowDesk::sheet);
    }

    private static Sheet sheet(OpenDesign design) {
        return new Sheet(design.name(), design.document());
    }

    @Override
    public Document document(Design design, Optional<Path> file) {
        return files.document(design, file);
    }

    @Override
    public void open(Design design) {
        files.open(design);
    }

    @Override
    public void select(Document document) {
        workbench.openDesigns().stream()
                .filter(design -> design.document() == document)
                .forEach(workbench::select);
    }

    @Override
    public void warm(Document document, Optional<HeatSource> source) {
        workbench.openDesigns().stream()
                .filter(design -> design.document() == document)
                .forEach(design -> design.setMeasure(source));
    }

    @Override
    public void show(Page page) {
        workbench.open(page);
    }

    @Override
    public ObservableValue<Page> page() {
        return workbench.pageProperty();
    }

    @Override
    public void showDock(String id) {
        workbench.showDock(id);
    }
}
