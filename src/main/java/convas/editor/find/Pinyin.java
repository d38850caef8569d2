package convas.editor.find;

import java.nio.charset.Charset;
import java.util.Locale;

/**
 * The first letters of the pinyin of Chinese words: {@code jj} for 卷积. The 3,755 common characters of GB 2312-80 stand in
 * the order of their pinyin, so a letter is a range of codes; other characters have none.
 */
final class Pinyin {
    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final String LETTERS = "abcdefghjklmnopqrstwxyz";
    /** The code of the first character of each letter. */
    private static final int[] FIRST = {
        0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8, 0xC4C3, 0xC5B6,
        0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1
    };

    private static final int LAST = 0xD7F9;

    private Pinyin() {}

    /** The letters, with everything that is no common Chinese character as it is, in small letters. */
    static String initials(String text) {
        StringBuilder initials = new StringBuilder();
        for (char character : text.toLowerCase(Locale.ROOT).toCharArray()) {
            initials.append(character < 0x4E00 ? character : initial(character));
        }
        return initials.toString();
    }

    private static char initial(char character) {
        byte[] bytes = String.valueOf(character).getBytes(GB2312);
        int code = bytes.length == 2 ? (bytes[0] & 255) << 8 | bytes[1] & 255 : 0;
        if (code < FIRST[0] || code > LAST) {
            return character;
        }
        int letter = FIRST.length - 1;
        while (FIRST[letter] > code) {
            letter--;
        }
        return LETTERS.charAt(letter);
    }
}
