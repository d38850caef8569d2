package convas.editor;

import convas.editor.comfort.Surroundings;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.inspector.Inspector;
import convas.editor.keys.Areas;
import convas.editor.palette.Palette;
import convas.editor.part.Page;
import convas.editor.problems.DataLooks;
import convas.editor.problems.Problems;
import convas.editor.task.Tasks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * What the window shows: menus on top, the palette, the tabs with the canvases, the inspector, the dock, the status
 * bar. Keeps track of which design is in front and tells the panels.
 */
final class Workbench {
    private final Parent root;
    private final List<DocumentPanel> panels = new ArrayList<>();
    private final List<OpenDesign> open = new ArrayList<>();
    private final ReadOnlyObjectWrapper<OpenDesign> front = new ReadOnlyObjectWrapper<>();
    private final Map<Tab, Page> pages = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Change> latest = new ReadOnlyObjectWrapper<>();
    private final Palette palette;
    private final Inspector inspector;
    private final Surroundings surroundings;
    private final Areas areas;
    private final DataLooks dataLooks;
    private final Problems problems;
    private Parent startPage;
    private boolean startShown;
    private Runnable unlisten = () -> {};
    private Consumer<OpenDesign> onCloseRequest = design -> close(design);

    @FXML
    private MenuBar menuBar;

    @FXML
    private TextField commandField;

    @FXML
    private Button trainButton;

    @FXML
    private Button profileButton;

    @FXML
    private SplitPane columns;

    @FXML
    private SplitPane rows;

    @FXML
    private StackPane center;

    @FXML
    private TabPane tabs;

    @FXML
    private TabPane dock;

    @FXML
    private BorderPane shell;

    Workbench(Panels loader, Theme theme, Icons icons, Services services, Tasks tasks, Consumer<String> browse) {
        this.root = loader.load("workbench", this);
        this.palette = new Palette(
                loader,
                icons,
                theme.canvas().categories(),
                services.catalog(),
                type -> front().ifPresent(design -> design.canvas().addType(type)));
        this.dataLooks = new DataLooks(tasks);
        this.problems = new Problems(tasks, dataLooks);
        inspector = new Inspector(loader, tasks, problems, browse);
        surroundings =
                new Surroundings(columns, rows, center, (Region) palette.root(), (Region) inspector.root(), dock);
        panels.addAll(List.of(palette, inspector));
        tabs.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> toFront(now));
        tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        areas = areas();
        showStart(true);
    }

    Parent root() {
        return root;
    }

    /** The tab in front, for bindings; null while the start page is shown. */
    ReadOnlyObjectProperty<OpenDesign> frontProperty() {
        return front.getReadOnlyProperty();
    }

    /** Brings the next tab to the front, or the one before; round at the ends. */
    void stepTab(int by) {
        int count = tabs.getTabs().size();
        if (count > 0) {
            tabs.getSelectionModel()
                    .select(Math.floorMod(tabs.getSelectionModel().getSelectedIndex() + by, count));
            showStart(false);
        }
    }

    /** Takes the keyboard to the next area of the window, or the one before. */
    void stepArea(int by) {
        areas.step(by, root.getScene().getFocusOwner());
    }

    /** Takes the keyboard to the name of what is selected, or of the design. */
    void rename() {
        if (front().isEmpty()) {
            return;
        }
        surroundings.show(Surroundings.Side.INSPECTOR);
        root.applyCss();
        root.layout();
        Stream.of("#field-id", "#field-design-name")
                .map(inspector.root()::lookup)
                .filter(TextField.class::isInstance)
                .findFirst()
                .ifPresent(field -> {
                    field.requestFocus();
                    ((TextField) field).selectAll();
                });
    }

    /** Takes the keyboard to where work goes on: the canvas in front, or what is in its place. */
    void home() {
        if (startShown) {
            Areas.focusFirst(startPage);
        } else if (front().isPresent()) {
            front().get().canvas().requestFocus();
        } else {
            Optional.ofNullable(page.get()).ifPresentOrElse(Page::focus, root::requestFocus);
        }
    }

    private Areas areas() {
        return new Areas(List.of(
                new Areas.Area(() -> commandField, commandField::requestFocus),
                new Areas.Area(() -> startShown ? startPage : null, () -> Areas.focusFirst(startPage)),
                new Areas.Area(palette::root, palette::focus),
                new Areas.Area(
                        () -> tabs,
                        () -> front().ifPresentOrElse(
                                        design -> design.canvas().requestFocus(),
                                        () -> Optional.ofNullable(page.get()).ifPresent(Page::focus))),
                new Areas.Area(inspector::root, () -> Areas.focusFirst(inspector.root())),
                new Areas.Area(() -> dock, dock::requestFocus)));
    }

    /** What stands around the designs. */
    Surroundings surroundings() {
        return surroundings;
    }

    /** True while a design or a page is open. */
    ObservableValue<Boolean> anythingOpen() {
        return Bindings.isNotEmpty(tabs.getTabs());
    }

    /** The latest change of the document in front, for bindings. */
    ReadOnlyObjectProperty<Change> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    Optional<OpenDesign> front() {
        return Optional.ofNullable(front.get());
    }

    List<OpenDesign> openDesigns() {
        return List.copyOf(open);
    }

    MenuBar menuBar() {
        return menuBar;
    }

    TextField commandField() {
        return commandField;
    }

    Button trainButton() {
        return trainButton;
    }

    Button profileButton() {
        return profileButton;
    }

    /** What is known of data. */
    DataLooks dataLooks() {
        return dataLooks;
    }

    /** What is wrong with the design in front. */
    Problems problems() {
        return problems;
    }

    Palette palette() {
        return palette;
    }

    /** What is shown while no design is open, or when a person asks for it. */
    void setStartPage(Parent page) {
        startPage = page;
        showStart(startShown);
    }

    void setStatusBar(DocumentPanel bar) {
        shell.setBottom(bar.root());
        add(bar);
    }

    /** The page in front, for bindings; null while a design or the start page is. */
    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    List<Page> pages() {
        return List.copyOf(pages.values());
    }

    /** Opens a tab with a page and brings it to the front. */
    void open(Page opened) {
        Tab tab = new Tab("", opened.content());
        tab.textProperty().bind(opened.title());
        pages.put(tab, opened);
        tab.setOnClosed(event -> closed(tab));
        tabs.getTabs().add(tab);
        tabs.getSelectionModel().select(tab);
        showStart(false);
    }

    /** Closes the page in front. */
    void closePage() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        tabs.getTabs().remove(tab);
        closed(tab);
    }

    private void closed(Tab tab) {
        pages.remove(tab).close();
        showStart(tabs.getTabs().isEmpty());
    }

    /** Adds a panel to the dock. */
    Tab addDock(String id, String title, DocumentPanel panel) {
        Tab tab = new Tab(title, panel.root());
        tab.setId("dock-" + id);
        tab.setClosable(false);
        dock.getTabs().add(tab);
        add(panel);
        return tab;
    }

    /** Brings the panel with this id to the front. */
    void showDock(String id) {
        dock.getTabs().stream().filter(tab -> tab.getId().equals("dock-" + id)).forEach(this::showDock);
    }

    void showDock(Tab tab) {
        surroundings.show(Surroundings.Side.DOCK);
        dock.getSelectionModel().select(tab);
    }

    private void add(DocumentPanel panel) {
        panels.add(panel);
        panel.show(front().map(OpenDesign::document));
    }

    /** Called when somebody closes a tab; closes it unless something else is set. */
    void setOnCloseRequest(Consumer<OpenDesign> action) {
        onCloseRequest = action;
    }

    /** Opens a tab and brings it to the front. */
    void open(OpenDesign design) {
        open.add(design);
        design.tab().setOnCloseRequest(event -> {
            event.consume();
            onCloseRequest.accept(design);
        });
        tabs.getTabs().add(design.tab());
        tabs.getSelectionModel().select(design.tab());
        showStart(false);
        design.canvas().requestFocus();
    }

    void select(OpenDesign design) {
        tabs.getSelectionModel().select(design.tab());
        showStart(false);
    }

    void close(OpenDesign design) {
        open.remove(design);
        tabs.getTabs().remove(design.tab());
        design.close();
        showStart(tabs.getTabs().isEmpty());
    }

    /** Shows the start page in place of everything below the menus, or the designs. */
    void showStart(boolean start) {
        startShown = start;
        shell.setCenter(start && startPage != null ? startPage : rows);
    }

    /** Whether the start page is shown. */
    boolean isStartShown() {
        return startShown;
    }

    private void toFront(Tab tab) {
        unlisten.run();
        unlisten = () -> {};
        OpenDesign design =
                open.stream().filter(each -> each.tab() == tab).findFirst().orElse(null);
        page.set(pages.get(tab));
        surroundings.setAlone(page.get() != null);
        front.set(design);
        Optional<Document> document = front().map(OpenDesign::document);
        problems.show(document);
        panels.forEach(panel -> panel.show(document));
        document.ifPresent(shown -> unlisten = shown.addListener(change -> {
            problems.changed(change);
            panels.forEach(panel -> panel.changed(change));
            latest.set(change);
        }));
    }
}
