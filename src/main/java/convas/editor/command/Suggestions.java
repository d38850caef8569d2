package convas.editor.command;

import convas.editor.Command;
import convas.editor.document.Document;
import convas.editor.find.Findable;
import convas.editor.find.Likeness;
import convas.editor.find.Query;
import convas.graph.Graph;
import convas.graph.Node;
import convas.operator.NodeType;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what fits the words in the command box. */
public final class Suggestions {
    private static final int MOST = 40;
    private static final int MOST_OF_A_KIND = 16;
    /** Puts a command that begins as typed behind a layer that has what was typed as another name. */
    private static final int COMMAND_BEHIND = 15;

    private final Texts texts;
    private final List<Command> commands;

    public Suggestions(Texts texts, List<Command> commands) {
        this.texts = texts;
        this.commands = List.copyOf(commands);
    }

    private record Ranked(Suggestion suggestion, int score) {}

    /** Everything that fits what was typed in the box: conditions find nodes, words find anything. */
    public List<Suggestion> all(String typed, Optional<Document> document) {
        return document.flatMap(shown -> matches(typed, shown))
                .orElseGet(() -> find(
                        typed,
                        document.filter(shown -> shown.sheet().isEditable())
                                .map(shown -> shown.catalog().all())
                                .orElse(List.of()),
                        document.map(shown -> shown.sheet().sheet().graph()).orElse(Graph.EMPTY)));
    }

    /** The types among these that fit, best first; nothing typed finds all in their order. */
    public List<Suggestion> types(String typed, Collection<NodeType> types) {
        return types.stream()
                .filter(type -> typed.isBlank() || Likeness.of(type, typed) > 0)
                .sorted(Comparator.comparingInt(type -> typed.isBlank() ? 0 : -Likeness.of(type, typed)))
                .map(type -> (Suggestion) new Suggestion.Add(type, type.type(), type.doc(texts.locale())))
                .toList();
    }

    /**
     * What fits, best first; of equally good ones nodes of the sheet come before types, types before commands. Nothing
     * typed finds every command that can be run now.
     *
     * @param types that may be added; none where no design is open
     * @param sheet the graph that is open
     */
    public List<Suggestion> find(String typed, Collection<NodeType> types, Graph sheet) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<Ranked> found = new ArrayList<>();
        if (!wanted.isEmpty()) {
            sheet.nodes().forEach(node -> found.add(rank(node, wanted)));
            found.addAll(best(types.stream().map(type -> rank(type, wanted)).toList()));
        }
        commands.stream()
                .filter(command -> Boolean.TRUE.equals(command.enabled().getValue()))
                .forEach(command -> found.add(rank(command, wanted)));
        return found.stream()
                .filter(ranked -> ranked.score() > 0)
                .sorted(Comparator.comparingInt(Ranked::score).reversed())
                .limit(MOST)
                .map(Ranked::suggestion)
                .toList();
    }

    /**
     * The nodes that fit a query, those of the sheet that is open first; ahead of them, where there are several of those,
     * to select them all. Empty where what was typed is no query.
     */
    public Optional<List<Suggestion>> matches(String typed, Document document) {
        return Query.parse(typed).map(query -> {
            List<Findable> all =
                    Findable.in(document).stream().filter(query::fits).toList();
            Graph sheet = document.sheet().sheet().graph();
            String prefix = document.sheet().place().prefix();
            List<String> here = all.stream()
                    .filter(node -> node.path().equals(prefix + node.id()))
                    .map(Findable::id)
                    .filter(id -> sheet.node(id).isPresent())
                    .toList();
            List<Suggestion> found = new ArrayList<>();
            if (here.size() > 1) {
                found.add(new Suggestion.SelectAll(here, texts.get("editorpanels.command.selectAll", here.size()), ""));
            }
            all.stream()
                    .limit(MOST)
                    .forEach(node -> found.add(new Suggestion.Match(node.path(), node.path(), node.type())));
            return found;
        });
    }

    private static List<Ranked> best(List<Ranked> types) {
        return types.stream()
                .sorted(Comparator.comparingInt(Ranked::score).reversed())
                .limit(MOST_OF_A_KIND)
                .toList();
    }

    private static Ranked rank(Node node, String wanted) {
        int score = Math.max(Likeness.of(node.id(), wanted), Likeness.of(node.type(), wanted) / 2);
        return new Ranked(new Suggestion.Find(node.id(), node.id(), node.type()), score);
    }

    private Ranked rank(NodeType type, String wanted) {
        String doc = type.doc(texts.locale());
        int score = Math.max(Likeness.of(type, wanted), wanted.length() >= 2 && contains(doc, wanted) ? 1 : 0);
        return new Ranked(new Suggestion.Add(type, type.type(), doc), score);
    }

    private Ranked rank(Command command, String wanted) {
        String name = texts.get(command.textKey());
        String keys =
                command.shortcut().map(shortcut -> shortcut.getDisplayText()).orElse("");
        // Letters in order say little about whole sentences; a word for a layer means the layer first.
        int likeness = Likeness.of(name, wanted);
        int score = wanted.isEmpty()
                ? 1
                : likeness < Likeness.PART ? 0 : likeness == Likeness.EXACT ? likeness : likeness - COMMAND_BEHIND;
        return new Ranked(new Suggestion.Run(command, name, keys), score);
    }

    private static boolean contains(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
