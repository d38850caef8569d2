package convas.dataset;

/**
 * Another reading of the same source, where the present one looks wrong: labels that count from 1, whole numbers stored as
 * floating point, channels in another place.
 *
 * @param option of the kind that chooses it
 * @param value of that option
 * @param shape of a sample, read so
 * @param outputs how many scores or numbers a network has to give, read so
 * @param why what looks wrong, and what to choose
 */
public record Reinterpretation(String option, String value, SampleShape shape, int outputs, DataProblem why) {}
