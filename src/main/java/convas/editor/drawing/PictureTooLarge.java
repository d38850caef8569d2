package convas.editor.drawing;

import convas.text.Texts;

/** A picture would have more pixels, or show more nodes, than memory and time should be spent on. */
public final class PictureTooLarge extends Exception {
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient Object[] values;

    private PictureTooLarge(String key, Object... values) {
        super(key);
        this.key = key;
        this.values = values;
    }

    /** @param scale the largest that is possible */
    static PictureTooLarge pixels(double scale) {
        return new PictureTooLarge("editorpicture.tooLarge", scale);
    }

    static PictureTooLarge nodes(int found, int most) {
        return new PictureTooLarge("editorpicture.tooMany", found, most);
    }

    /** What to do instead. */
    public String sentence(Texts texts) {
        return texts.get(key, values);
    }
}
