package convas.editor.canvas.words;

import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.Picture;
import convas.editor.document.Document;
import convas.text.Texts;

/** The canvas in words, for a screen reader. */
public final class Spoken {
    private final Texts texts;

    public Spoken(Texts texts) {
        this.texts = texts;
    }

    public String of(Document document, Picture picture) {
        String whole = texts.get(
                "editorcanvas.spoken.sheet",
                document.sheet().sheet().graph().nodes().size(),
                document.sheet().sheet().graph().edges().size());
        int selected = document.selection().nodes().size();
        String about = document.selection()
                .single()
                .flatMap(picture::node)
                .map(this::node)
                .orElseGet(() -> selected == 0 ? "" : texts.get("editorcanvas.spoken.selected", selected));
        return about.isEmpty() ? whole : whole + " " + about;
    }

    private String node(NodeShape node) {
        String numbers = node.isError() ? node.message() : node.detail();
        return texts.get("editorcanvas.spoken.node", node.id(), node.node().type(), numbers);
    }
}
