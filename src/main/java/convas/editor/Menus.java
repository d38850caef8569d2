package convas.editor;

import convas.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Makes the menu bar from the list of commands: the first part of a command's id is its menu. */
final class Menus {
    private Menus() {}

    /**
     * Fills the bar.
     *
     * @param commands in menu order
     * @param separatorsBefore ids of commands with a line above them
     * @return each menu by its name, to add what is no command
     */
    static Map<String, Menu> fill(MenuBar bar, List<Command> commands, List<String> separatorsBefore, Texts texts) {
        Map<String, Menu> menus = new LinkedHashMap<>();
        for (Command command : commands) {
            String name = command.id().substring(0, command.id().indexOf('.'));
            Menu menu = menus.computeIfAbsent(name, key -> new Menu(texts.get("editor.menu." + key)));
            menu.setId("menu-" + name);
            if (separatorsBefore.contains(command.id())) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            menu.getItems().add(item(command, texts));
        }
        bar.getMenus().setAll(menus.values());
        return menus;
    }

    private static MenuItem item(Command command, Texts texts) {
        MenuItem item = new MenuItem(texts.get(command.textKey()));
        item.setId("command-" + command.id());
        command.shortcut().ifPresent(item::setAccelerator);
        item.setDisable(!Boolean.TRUE.equals(command.enabled().getValue()));
        command.enabled().addListener((property, before, now) -> item.setDisable(!now));
        item.setOnAction(event -> command.run());
        return item;
    }
}
