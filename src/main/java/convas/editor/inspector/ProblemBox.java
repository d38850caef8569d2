package convas.editor.inspector;

import convas.analysis.lint.Finding;
import convas.editor.problems.Problems;
import convas.editor.problems.Remark;
import convas.editor.tip.LateTip;
import convas.graph.Diagnostic;
import convas.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is wrong with the nodes shown and what is advised against, with a button where one edit makes it right. */
final class ProblemBox {
    private static final int MOST = 6;

    private final Problems problems;
    private final Texts texts;
    private List<Remark> remarks = List.of();
    private List<Node> boxes = List.of();

    ProblemBox(Problems problems, Texts texts) {
        this.problems = problems;
        this.texts = texts;
    }

    /** A box for the errors and one for the advice, each where there is some; the same as before while they are. */
    List<Node> of(List<Remark> found) {
        List<Remark> now = found.stream().distinct().toList();
        if (!now.equals(remarks)) {
            remarks = now;
            boxes = boxes();
        }
        return boxes;
    }

    private List<Node> boxes() {
        return java.util.stream.Stream.of(
                        box(
                                "problem-box",
                                remarks.stream()
                                        .filter(remark -> remark.diagnostic().isError())
                                        .toList()),
                        box(
                                "advice-box",
                                remarks.stream()
                                        .filter(remark -> !remark.diagnostic().isError())
                                        .toList()))
                .filter(box -> !box.getChildren().isEmpty())
                .map(Node.class::cast)
                .toList();
    }

    private VBox box(String style, List<Remark> some) {
        VBox box = new VBox(4);
        box.getStyleClass().add(style);
        some.stream().limit(MOST).forEach(remark -> {
            Diagnostic problem = remark.diagnostic();
            Label line = new Label(problem.sentence(texts));
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            remark.advice()
                    .map(Finding::lint)
                    .ifPresent(lint -> LateTip.on(line, texts.get(lint.key() + ".why") + "\n" + lint.source()));
            box.getChildren().add(line);
            if (remark.isMendable()) {
                box.getChildren().add(mend(remark));
            }
        });
        if (some.size() > MOST) {
            box.getChildren().add(new Label(texts.get("editorinspector.more", some.size() - MOST)));
        }
        return box;
    }

    private Button mend(Remark remark) {
        Button button = new Button(texts.get("editor.mend"));
        button.getStyleClass().addAll("small", "accent", "inspector-mend");
        LateTip.on(button, texts.get("editor.mendTip"));
        button.setOnAction(event -> problems.mend(remark));
        return button;
    }
}
