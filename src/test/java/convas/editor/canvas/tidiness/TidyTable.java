package convas.editor.canvas.tidiness;

import convas.graph.Design;

/** Prints how tidy the presets and long designs are drawn; run by hand. */
final class TidyTable {
    private TidyTable() {}

    public static void main(String[] arguments) throws Exception {
        int[] sum = new int[4];
        for (String name : Sheets.presets()) {
            Design design = Sheets.preset(name);
            row(name, "written", design, sum);
            row(name, "tidied", Sheets.unplaced(design), sum);
            row(name, "unfolded", Sheets.unfolded(Sheets.unplaced(design), 1), sum);
            row(name, "all-unfolded", Sheets.unfolded(Sheets.unplaced(design), 9), sum);
            row(name, "by-hand", Sheets.unfoldedByHand(design), sum);
        }
        System.out.printf("presets: behind %d shared %d crossings %d overlaps %d%n", sum[0], sum[1], sum[2], sum[3]);
        for (int count : new int[] {100, 391, 426, 500, 1000, 2000}) {
            for (int span : new int[] {3, 4, 7}) {
                row("residual" + span + "-" + count, "tidied", Sheets.residual(count, span), sum);
            }
        }
        for (int count : arguments.length == 0 ? new int[] {2000} : new int[] {2000, 5000, 10000}) {
            row("chain-" + count, "tidied", Sheets.chain(count), sum);
        }
    }

    private static void row(String name, String way, Design design, int[] sum) {
        long start = System.nanoTime();
        Tidiness found;
        try {
            found = Tidiness.of(Sheets.picture(design));
        } catch (StackOverflowError deep) {
            System.out.printf("%-24s %-12s %s%n", name, way, deep.getClass().getSimpleName());
            return;
        }
        sum[0] += found.behind();
        sum[1] += found.shared();
        sum[2] += found.crossings();
        sum[3] += found.overlaps();
        System.out.printf(
                "%-24s %-12s wires %5d behind %4d shared %4d crossings %4d overlaps %3d  %6.0f x %6.0f  %5d ms%n",
                name,
                way,
                found.wires(),
                found.behind(),
                found.shared(),
                found.crossings(),
                found.overlaps(),
                found.width(),
                found.height(),
                (System.nanoTime() - start) / 1_000_000);
    }
}
