package convas.editor.find;

import convas.operator.NodeType;
import java.util.Locale;

/**
 * How well names fit what somebody types: the name itself, its beginning, another word for it, the beginning of one of
 * its words or their first letters, a part, the letters in order, a slip of the fingers.
 */
public final class Likeness {
    public static final int EXACT = 100;
    public static final int PREFIX = 90;
    public static final int ALIAS = 80;
    public static final int ALIAS_PREFIX = 70;
    public static final int WORD = 60;
    public static final int PART = 40;
    private static final int LETTERS = 20;
    private static final int SLIP = 10;
    private static final int CATEGORY = 5;

    private Likeness() {}

    /** How well a type fits, by its name, the other words for it and its category; 0 means not at all. */
    public static int of(NodeType type, String typed) {
        String wanted = small(typed);
        int best = of(type.type(), wanted);
        for (String alias : type.aliases()) {
            best = Math.max(best, alias(alias, wanted));
        }
        return Math.max(best, small(type.category()).contains(wanted) ? CATEGORY : 0);
    }

    private static int alias(String alias, String wanted) {
        int found = of(alias, wanted);
        if (found == EXACT) {
            return ALIAS;
        } else if (found == PREFIX) {
            return ALIAS_PREFIX;
        }
        String initials = Pinyin.initials(alias);
        boolean chinese = wanted.length() >= 2 && !initials.equals(small(alias));
        if (chinese && initials.equals(wanted)) {
            return ALIAS_PREFIX - 1;
        }
        return chinese && initials.startsWith(wanted) ? WORD - 1 : Math.max(0, found - 1);
    }

    /** How well a name fits; 0 means not at all. */
    public static int of(String name, String typed) {
        String searched = small(name);
        String wanted = small(typed);
        if (wanted.isEmpty()) {
            return 0;
        } else if (searched.equals(wanted)) {
            return EXACT;
        } else if (searched.startsWith(wanted)) {
            return PREFIX;
        } else if (startsWord(name, wanted)) {
            return WORD;
        } else if (searched.contains(wanted)) {
            return PART;
        } else if (wanted.length() >= 2 && hasLetters(searched, wanted)) {
            return LETTERS;
        }
        return isSlip(searched, wanted) ? SLIP : 0;
    }

    private static String small(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a later word of the name begins so, or the first letters of its words do. */
    private static boolean startsWord(String name, String wanted) {
        StringBuilder initials = new StringBuilder();
        for (int index = 0; index < name.length(); index++) {
            if (beginsWord(name, index)) {
                initials.append(Character.toLowerCase(name.charAt(index)));
                if (small(name.substring(index)).startsWith(wanted)) {
                    return true;
                }
            }
        }
        return wanted.length() >= 2 && initials.toString().startsWith(wanted);
    }

    private static boolean beginsWord(String name, int index) {
        char here = name.charAt(index);
        if (!Character.isLetterOrDigit(here)) {
            return false;
        }
        char before = index == 0 ? ' ' : name.charAt(index - 1);
        return !Character.isLetterOrDigit(before) || Character.isUpperCase(here) && !Character.isUpperCase(before);
    }

    private static boolean hasLetters(String searched, String wanted) {
        int at = 0;
        for (int index = 0; index < searched.length() && at < wanted.length(); index++) {
            if (searched.charAt(index) == wanted.charAt(at)) {
                at++;
            }
        }
        return at == wanted.length();
    }

    /** One letter wrong, missing or too many, or two next to each other exchanged, in a word of four letters or more. */
    private static boolean isSlip(String searched, String wanted) {
        if (wanted.length() < 4 || Math.abs(searched.length() - wanted.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(searched.length(), wanted.length());
        while (start < shorter && searched.charAt(start) == wanted.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && searched.charAt(searched.length() - 1 - end) == wanted.charAt(wanted.length() - 1 - end)) {
            end++;
        }
        String here = searched.substring(start, searched.length() - end);
        String there = wanted.substring(start, wanted.length() - end);
        return here.length() <= 1 && there.length() <= 1
                || here.length() == 2
                        && there.length() == 2
                        && here.charAt(0) == there.charAt(1)
                        && here.charAt(1) == there.charAt(0);
    }
}
