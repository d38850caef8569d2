package convas.editor;

import convas.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/**
 * Makes the menu bar from the groups of commands. The parts of a command's id but the last are its menu and submenus:
 * {@code edit.align.left} is a line of the submenu {@code edit.align} of the menu {@code edit}.
 */
final class Menus {
    private final Map<String, Menu> menus = new LinkedHashMap<>();
    private final MenuBar bar;
    private final Texts texts;

    private Menus(MenuBar bar, Texts texts) {
        this.bar = bar;
        this.texts = texts;
    }

    /**
     * Fills the bar.
     *
     * @param groups in menu order; a line is drawn between two groups of one menu
     * @return each menu by its name, to add what is no command
     */
    static Map<String, Menu> fill(MenuBar bar, List<List<Command>> groups, Texts texts) {
        bar.getMenus().clear();
        Menus menus = new Menus(bar, texts);
        groups.forEach(menus::add);
        return menus.menus;
    }

    /**
     * Items for a context menu: those of these commands, groups with a line between them.
     */
    static List<MenuItem> items(List<Command> commands, List<List<String>> groups, Texts texts) {
        List<MenuItem> items = new ArrayList<>();
        for (List<String> group : groups) {
            if (!items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            for (String id : group) {
                commands.stream().filter(command -> command.id().equals(id)).forEach(command -> {
                    MenuItem item = new MenuItem(texts.get(command.textKey()));
                    item.setId("context-" + id);
                    // An accelerator here would fire besides that of the menu bar.
                    item.setOnAction(event -> command.run());
                    item.setDisable(!Boolean.TRUE.equals(command.enabled().getValue()));
                    command.enabled().addListener((property, before, now) -> item.setDisable(!now));
                    items.add(item);
                });
            }
        }
        return items;
    }

    private void add(List<Command> group) {
        Menu divided = null;
        for (Command command : group) {
            Menu menu = menu(parent(command.id()));
            if (menu != divided && !menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            divided = menu;
            menu.getItems().add(item(command));
        }
    }

    private Menu menu(String name) {
        Menu known = menus.get(name);
        if (known != null) {
            return known;
        }
        Menu menu = new Menu(texts.get("editor.menu." + name));
        menu.setId("menu-" + name);
        menus.put(name, menu);
        if (name.contains(".")) {
            menu(parent(name)).getItems().add(menu);
        } else {
            bar.getMenus().add(menu);
        }
        return menu;
    }

    private static String parent(String id) {
        return id.substring(0, id.lastIndexOf('.'));
    }

    private void name(MenuItem item, Command command) {
        String name = texts.get(command.textKey());
        String about = command.about().getValue();
        item.setText(about.isEmpty() ? name : texts.get("editor.menu.about", name, about));
    }

    private MenuItem item(Command command) {
        MenuItem item = new MenuItem();
        item.setMnemonicParsing(false);
        item.setId("command-" + command.id());
        name(item, command);
        command.about().addListener((property, before, now) -> name(item, command));
        command.shortcut().ifPresent(item::setAccelerator);
        item.setDisable(!Boolean.TRUE.equals(command.enabled().getValue()));
        command.enabled().addListener((property, before, now) -> item.setDisable(!now));
        item.setOnAction(event -> command.run());
        return item;
    }
}
