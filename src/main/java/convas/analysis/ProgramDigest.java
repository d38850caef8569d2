package convas.analysis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A short name for what a program computes: the same for two designs with the same steps on the same shapes, whatever
 * their notes, positions and recipes are.
 */
public final class ProgramDigest {
    private static final int LETTERS = 16;

    private ProgramDigest() {}

    /** 16 hexadecimal digits. */
    public static String of(Program program) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Step step : program.steps()) {
                String line = step.path() + " " + step.type() + " " + step.arguments() + " " + step.inputs() + " "
                        + step.inputShapes() + " " + step.outputShapes() + " " + step.weightsPath() + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
