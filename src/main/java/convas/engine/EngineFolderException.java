package convas.engine;

/** The engine's native libraries would be loaded from a folder that is not this user's alone; the message tells the remedy. */
public final class EngineFolderException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    EngineFolderException(String sentence) {
        super(sentence);
    }
}
