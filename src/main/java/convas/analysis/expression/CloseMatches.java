package convas.analysis.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that a mistyped one may have been meant to be. */
public final class CloseMatches {
    private static final int MOST = 3;

    private CloseMatches() {}

    /** The few nearest names, nearest first, joined by commas; where none is near, all of them, or at most eight. */
    public static String of(String wrong, Collection<String> names) {
        List<String> near = names.stream()
                .filter(name -> distance(wrong, name) <= Math.max(1, Math.min(wrong.length(), name.length()) / 2)
                        || contains(wrong, name))
                .sorted(Comparator.comparingInt(name -> distance(wrong, name)))
                .limit(MOST)
                .toList();
        return String.join(", ", near.isEmpty() ? names.stream().limit(8).toList() : near);
    }

    private static boolean contains(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        return Math.min(a.length(), b.length()) > 2 && (a.contains(b) || b.contains(a));
    }

    /** Levenshtein's distance, upper and lower case alike. */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                corner = above;
            }
        }
        return row[b.length()];
    }
}
