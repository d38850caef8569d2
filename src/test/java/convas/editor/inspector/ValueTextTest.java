package convas.editor.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.graph.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ValueTextTest {
    /** A seed is any whole number of 64 bits; as a number with a fraction it would be another one. */
    @Test
    void wholeNumbersAreExactWhateverTheirSize() {
        for (long whole : List.of(0L, -7L, 9_007_199_254_740_993L, Long.MAX_VALUE, Long.MIN_VALUE)) {
            String typed = Long.toString(whole);
            assertEquals(Optional.of(Value.of(whole)), ValueText.parse(typed));
            assertEquals(typed, ValueText.show(Value.of(whole)));
        }
        assertEquals(Optional.of(Value.of(9.223372036854775808e18)), ValueText.parse("9223372036854775808"));
    }
}
