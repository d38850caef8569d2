package convas.editor.canvas;

import convas.editor.canvas.picture.Viewport;

/** Drags the sheet along with the pointer. */
final class PanGesture implements Gesture {
    private final Board board;
    private final Viewport before;
    private final Pointer start;

    PanGesture(Board board, Pointer start) {
        this.board = board;
        this.before = board.viewport();
        this.start = start;
    }

    @Override
    public void drag(Pointer pointer) {
        board.viewport(before.panned(pointer.x() - start.x(), pointer.y() - start.y()));
    }

    @Override
    public void release(Pointer pointer) {
        drag(pointer);
    }

    @Override
    public void cancel() {
        board.viewport(before);
    }
}
