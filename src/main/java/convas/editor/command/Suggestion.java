package convas.editor.command;

import convas.editor.Command;
import convas.operator.NodeType;
import java.util.List;

/** Something that the command box offers. */
public sealed interface Suggestion {
    /** What it is called. */
    String name();

    /** A few words on it; may be empty. */
    String detail();

    /** Adds a node of a type. */
    record Add(NodeType type, String name, String detail) implements Suggestion {}

    /** Goes to a node of the sheet that is open. */
    record Find(String id, String name, String detail) implements Suggestion {}

    /** Goes to a node that fits a query, wherever it is. */
    record Match(String path, String name, String detail) implements Suggestion {}

    /** Selects every node of the sheet that is open and fits a query. */
    record SelectAll(List<String> ids, String name, String detail) implements Suggestion {
        public SelectAll {
            ids = List.copyOf(ids);
        }
    }

    /** Runs a command. */
    record Run(Command command, String name, String detail) implements Suggestion {}
}
