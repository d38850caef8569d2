package convas.editor;

import convas.text.Texts;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What the context menu of a design's tab offers. */
final class TabMenu {
    private final Texts texts;
    private final Workbench workbench;
    private final DesignFiles files;

    TabMenu(Texts texts, Workbench workbench, DesignFiles files) {
        this.texts = texts;
        this.workbench = workbench;
        this.files = files;
    }

    void attach(OpenDesign design) {
        MenuItem others = item("closeOthers", () -> files.closeAll(others(design)));
        MenuItem path = item(
                "copyPath",
                () -> design.document().file().ifPresent(file -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(file.toString());
                    Clipboard.getSystemClipboard().setContent(content);
                }));
        ContextMenu menu = new ContextMenu(
                item("save", () -> files.save(design, () -> {})),
                new SeparatorMenuItem(),
                item("close", () -> files.close(design)),
                others,
                new SeparatorMenuItem(),
                path);
        menu.setOnShowing(event -> {
            others.setDisable(others(design).isEmpty());
            path.setDisable(design.document().file().isEmpty());
        });
        design.tab().setContextMenu(menu);
    }

    private List<OpenDesign> others(OpenDesign design) {
        return workbench.openDesigns().stream().filter(each -> each != design).toList();
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get("editorkeys.tab." + key));
        item.setId("tab-" + key);
        item.setOnAction(event -> action.run());
        return item;
    }
}
