package convas.editor.document;

/** How a node's id is made from its type. */
public final class Words {
    private Words() {}

    /** {@code GhostModule} to {@code ghost_module}, {@code ReLU} to {@code relu}, {@code ECABlock} to {@code eca_block}. */
    public static String snakeCase(String type) {
        StringBuilder snake = new StringBuilder();
        for (int index = 0; index < type.length(); index++) {
            char letter = type.charAt(index);
            if (!Character.isLetterOrDigit(letter) || letter > 127) {
                snake.append('_');
                continue;
            }
            if (startsWord(type, index)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(letter));
        }
        boolean legal = snake.length() > 0 && !Character.isDigit(snake.charAt(0));
        return legal ? snake.toString() : "node" + snake;
    }

    /** A capital starts a word when a small letter follows, and a small letter or two capitals stand before it. */
    private static boolean startsWord(String type, int index) {
        if (index == 0
                || !Character.isUpperCase(type.charAt(index))
                || index + 1 >= type.length()
                || !Character.isLowerCase(type.charAt(index + 1))) {
            return false;
        }
        char before = type.charAt(index - 1);
        return Character.isLowerCase(before)
                || Character.isDigit(before)
                || (index >= 2 && Character.isUpperCase(before) && Character.isUpperCase(type.charAt(index - 2)));
    }
}
