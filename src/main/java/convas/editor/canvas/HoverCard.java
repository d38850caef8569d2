package convas.editor.canvas;

import convas.editor.canvas.picture.Hit;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.words.HoverText;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Shows what there is to know of the thing under the pointer, when that rests a moment. */
final class HoverCard {
    private static final Duration REST = Duration.millis(500);

    private final Region surface;
    private final Board board;
    private final Tooltip card = new Tooltip();
    private final PauseTransition rest = new PauseTransition(REST);
    private Optional<String> node = Optional.empty();
    private Hit last = new Hit.Ground();

    HoverCard(Region surface, Board board) {
        this.surface = surface;
        this.board = board;
        card.setWrapText(true);
        card.setMaxWidth(420);
    }

    /** Id of the node under the pointer. */
    Optional<String> node() {
        return node;
    }

    /** What is said at the moment; empty while nothing is shown. */
    String shown() {
        return card.isShowing() ? card.getText() : "";
    }

    void moved(Pointer pointer, Hit hit, double screenX, double screenY) {
        Optional<String> under =
                hit instanceof Hit.OnNode on ? Optional.of(on.node().id()) : Optional.empty();
        if (!under.equals(node)) {
            node = under;
            board.repaint();
        }
        if (same(hit, last)) {
            return;
        }
        last = hit;
        card.hide();
        rest.stop();
        String text = new HoverText(board.document(), board.findings(), board.texts()).of(hit);
        if (!text.isEmpty()) {
            rest.setOnFinished(done -> {
                if (surface.getScene() != null && surface.getScene().getWindow().isShowing()) {
                    card.setText(text);
                    card.show(surface, screenX + 12, screenY + 18);
                }
            });
            rest.playFromStart();
        }
    }

    private static boolean same(Hit one, Hit other) {
        if (one instanceof Hit.OnPort a && other instanceof Hit.OnPort b) {
            return a.port().end().equals(b.port().end())
                    && a.port().input() == b.port().input();
        } else if (one instanceof Hit.OnNode a && other instanceof Hit.OnNode b) {
            NodeShape left = a.node();
            return left.id().equals(b.node().id()) && left.kind() == b.node().kind();
        } else if (one instanceof Hit.OnEdge a && other instanceof Hit.OnEdge b) {
            return Objects.equals(a.edge().edge(), b.edge().edge());
        }
        return one.equals(other) || one instanceof Hit.Ground && other instanceof Hit.Ground;
    }

    /** The pointer left, or something else began. */
    void left() {
        rest.stop();
        card.hide();
        last = new Hit.Ground();
        if (node.isPresent()) {
            node = Optional.empty();
            board.repaint();
        }
    }
}
