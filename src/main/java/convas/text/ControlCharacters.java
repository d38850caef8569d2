package convas.text;

/**
 * Characters that do something instead of showing something: a terminal obeys them, a table falls apart at them, and those
 * that turn the direction of writing make a line say what it does not hold. Whatever comes from a file may have them.
 */
public final class ControlCharacters {
    private static final int DELETE = 0x7f;
    private static final int LAST_CONTROL = 0x9f;

    private ControlCharacters() {}

    /** The text in one line with each of them as an escape: {@code \n}, {@code \t}, else four hexadecimal digits after {@code \}{@code u}. */
    public static String escaped(String text) {
        return escaped(text, false);
    }

    /** The same, but a text of several lines stays one. */
    public static String escapedLines(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean lines) {
        int at = 0;
        while (at < text.length() && !isOne(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 8).append(text, 0, at);
        for (; at < text.length(); at++) {
            char each = text.charAt(at);
            if (isOne(each) && !(lines && each == '\n')) {
                append(each, shown);
            } else {
                shown.append(each);
            }
        }
        return shown.toString();
    }

    private static void append(char each, StringBuilder to) {
        switch (each) {
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            default -> {
                to.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    to.append(Character.forDigit((each >> shift) & 0xf, 16));
                }
            }
        }
    }

    private static boolean isOne(char each) {
        return each < ' '
                || (each >= DELETE && each <= LAST_CONTROL)
                || each == '\u2028'
                || each == '\u2029'
                || (each >= '\u202a' && each <= '\u202e')
                || (each >= '\u2066' && each <= '\u2069');
    }
}
