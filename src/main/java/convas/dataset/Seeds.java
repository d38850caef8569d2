package convas.dataset;

/**
 * Derives seeds from seeds, so that what is random at one place (the split, an epoch's order, a step's dropping) depends
 * on the run's seed and that place alone, never on what was drawn before. Mixing as in SplitMix64 (Steele, Lea, Flood,
 * 2014).
 */
public final class Seeds {
    private Seeds() {}

    /** A seed for the place that {@code coordinates} name; equal coordinates give equal seeds, on every machine. */
    public static long derive(long seed, long... coordinates) {
        long state = scramble(seed + 0x9e3779b97f4a7c15L);
        for (long coordinate : coordinates) {
            state = scramble(state + 0x9e3779b97f4a7c15L * (coordinate + 1));
        }
        return state;
    }

    private static long scramble(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
