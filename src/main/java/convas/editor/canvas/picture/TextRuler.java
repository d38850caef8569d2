package convas.editor.canvas.picture;

/** Tells how wide words are. */
@FunctionalInterface
public interface TextRuler {
    /** What words are used for: decides font and size. */
    enum Style {
        TITLE(13, true),
        /** For titles that are too long otherwise. */
        LONG_TITLE(10.5, true),
        ID(11, false),
        DETAIL(11, false),
        LABEL(10, false),
        BADGE(10, true),
        NOTE(12, false);

        private final double size;
        private final boolean bold;

        Style(double size, boolean bold) {
            this.size = size;
            this.bold = bold;
        }

        /** Pixels at actual size. */
        public double size() {
            return size;
        }

        public boolean isBold() {
            return bold;
        }
    }

    /** Width at actual size. */
    double width(String text, Style style);

    /** The text itself where it fits into {@code room}, else as much of it as does, with an ellipsis; perhaps nothing. */
    default String fitted(String text, Style style, double room) {
        if (text.isEmpty() || width(text, style) <= room) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (width(cut(text, middle), style) <= room) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return fits == 0 ? "" : cut(text, fits);
    }

    private static String cut(String text, int length) {
        // Never half of a character that takes two.
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
