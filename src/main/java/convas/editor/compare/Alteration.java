package convas.editor.compare;

import java.util.Optional;

/**
 * One value that differs.
 *
 * @param name of a parameter, or {@code type}, {@code repeat}, {@code input 0}, ...
 * @param before as the first design has it; absent where it has none
 * @param after as the second design has it; absent where it has none
 */
public record Alteration(String name, Optional<String> before, Optional<String> after) {
    /** {@code out_channels: 16 → 32}; a dash for what is not there. */
    public String shown() {
        return name + ": " + before.orElse("\u2013") + " \u2192 " + after.orElse("\u2013");
    }
}
