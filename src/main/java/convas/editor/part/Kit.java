package convas.editor.part;

import convas.editor.FrontCommands;
import convas.editor.Panels;
import convas.editor.Services;
import convas.editor.Theme;
import convas.editor.problems.DataLooks;
import convas.editor.profiling.ProfileControl;
import convas.editor.task.Pulse;
import convas.editor.task.Tasks;
import convas.editor.training.RunControl;
import convas.text.Texts;
import java.util.function.Consumer;
import javafx.stage.Window;

/**
 * What a part of the editor gets to work with.
 *
 * @param loader reads panels, and knows the language
 * @param front makes commands about the design in front
 * @param profiles takes profiles; outlives the part
 * @param runs starts and stops training
 * @param data what the window knows of data
 * @param hint shows a brief sentence in the status bar
 * @param browse opens a web page or folder outside the program
 * @param owner of dialogs
 */
public record Kit(
        Panels loader,
        Theme theme,
        Services services,
        Tasks tasks,
        Pulse pulse,
        FrontCommands front,
        Desk desk,
        ProfileControl profiles,
        RunControl runs,
        DataLooks data,
        Consumer<String> hint,
        Consumer<String> browse,
        Window owner) {
    public Texts texts() {
        return loader.texts();
    }
}
