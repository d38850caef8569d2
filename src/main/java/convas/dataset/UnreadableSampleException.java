package convas.dataset;

/** A sample could be read when its dataset was opened, or was thought to be there, and cannot be read now. */
public final class UnreadableSampleException extends Exception {
    private static final long serialVersionUID = 1;

    private final String sample;
    private final String reason;

    /**
     * @param sample which one, for people: the path of its file
     * @param reason for people
     */
    public UnreadableSampleException(String sample, String reason, Throwable cause) {
        super(sample + ": " + reason, cause);
        this.sample = sample;
        this.reason = reason;
    }

    public String sample() {
        return sample;
    }

    public String reason() {
        return reason;
    }
}
