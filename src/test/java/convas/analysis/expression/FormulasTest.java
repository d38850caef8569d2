package convas.analysis.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import convas.operator.TensorShape;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are worked out by hand, or by Python 3 where the papers' Python code decides. */
class FormulasTest {
    private final Formulas formulas = new Formulas();
    private final Names names = new Names();

    FormulasTest() {
        names.put("in", TensorShape.of(24, 56, 28));
        names.put("width", Quantity.of(new BigDecimal("1.3")));
        names.put("out_channels", Quantity.of(25));
        names.put("ratio", Quantity.of(2));
        names.put("E", Quantity.of(7));
        names.put("first", new Datum.Truth(true));
        names.put("attention", new Datum.Words("SE"));
        names.lose("gone");
    }

    private String value(String source) throws FormulaException {
        return formulas.evaluate(source, names).display();
    }

    private FormulaException refused(String source) {
        return assertThrows(FormulaException.class, () -> value(source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3 => 7",
                "(1 + 2) * 3 => 9",
                "-2 ^ 2 + 0 => 4",
                "7 % 3 => 1",
                "-7 % 3 => 2",
                "2 ^ 10 => 1024",
                "2 ^ -1 => 0.5",
                "1 / 4 => 0.25",
                "in.channels / 2 => 12",
                "in.height - in.width => 28",
                "E * 2 => 14",
                "ceil(out_channels / ratio) => 13",
                "floor(-1 / 2) => -1",
                "ceil(-1 / 2) => 0",
                "round(2.5) => 2",
                "round(3.5) => 4",
                "round(-2.5) => -2",
                "round(2.4999) => 2",
                "abs(-3) => 3",
                "min(3, 1, 2) => 1",
                "max(3, 1, 2) => 3",
                "sqrt(49) => 7",
                "log2(64) => 6",
                "log2(536870912) => 29",
                "floor(abs((log2(256) + 1) / 2)) => 4",
                "if(first, 1, 2) => 1",
                "if(attention == \"SE\", 1, 2) => 1",
                "if(attention != 'SE', 1, 2) => 2",
                "if(ratio == 2, 1, 1 / 0) => 1",
                "!first || ratio >= 2 && out_channels > 3 => true",
                "false && 1 / 0 == 1 => false",
                "1 == 1.0 => true",
                "attention => SE",
            })
    void evaluates(String source, String expected) throws FormulaException {
        assertEquals(expected, value(source));
    }

    /** A fraction with a repeating expansion must not fall just short of the whole number that it makes. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "floor(6 * (1 / 3)) => 2",
                "floor(3 * (1 / 3)) => 1",
                "ceil(49 * (1 / 49)) => 1",
                "ceil(3 * 0.1 * 10) => 3",
                "floor(0.7 * 180) => 126",
                "1 / 3 * 3 == 1 => true",
                "9007199254740993 + 0 => 9007199254740993",
            })
    void dividesExactly(String source, String expected) throws FormulaException {
        assertEquals(expected, value(source));
    }

    /** Python 3: n = max(d, int(v + d / 2) // d * d); n + d if n < 0.9 * v else n. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "divisible(16 * width, 4) => 20",
                "divisible(24 * width, 4) => 32",
                "divisible(40 * width, 4) => 52",
                "divisible(960 * 1.3, 4) => 1248",
                "divisible(16 * 0.5, 4) => 8",
                "divisible(72 * 0.25, 4) => 20",
                "divisible(32 * 0.35, 8) => 16",
                "divisible(3, 8) => 8",
                "divisible(180 * 0.7, 4) => 124",
                "divisible(60 * 1.1, 4) => 68",
            })
    void roundsChannelsAsThePapersCodeDoes(String source, String expected) throws FormulaException {
        assertEquals(expected, value(source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "1 / 0 => divisionByZero",
                "1 / (ratio - 2) => divisionByZero",
                "7 % 0 => divisionByZero",
                "widht * 2 => unknownName",
                "in.channel => unknownName",
                "cieling(2) => unknownFunction",
                "random() => unknownFunction",
                "ceil() => operands",
                "if(first, 1) => operands",
                "divisible(3) => operands",
                "first + 1 => needsNumber",
                "attention * 2 => needsNumber",
                "if(ratio, 1, 2) => needsCondition",
                "!ratio => needsCondition",
                "attention == 3 => sameKind",
                "sqrt(0 - 1) => negativeRoot",
                "log2(0) => logarithm",
                "divisible(3, 0) => divisor",
                "divisible(3, 1.5) => divisor",
                "2 ^ 0.5 => power",
                "2 ^ 2000 => power",
                "9 ^ 999 ^ 1 * 9 ^ 999 * 9 ^ 999 * 9 ^ 999 => tooLarge",
                "2 ^ 63 => tooLarge",
                "1e99999999 => tooLarge",
                "1 + => noOperand",
                "(1 => unclosed",
                "1 2 => syntax",
                "a[0] => syntax",
                "`` => empty",
                "min(,2) => syntax",
                "max(1,,2) => syntax",
                "max(1,) => syntax",
                "$ => syntax",
            })
    void refusesWithTheCause(String source, String cause) {
        assertEquals("analysis.expression." + cause, whole(source).key());
    }

    private FormulaException whole(String source) {
        return assertThrows(
                FormulaException.class, () -> formulas.evaluate(source, names).toValue());
    }

    @Test
    void namesWhatAMistypedNameMayHaveMeant() {
        assertEquals("[widht, width]", refused("widht * 2").arguments().toString());
        assertEquals("[ceiling, ceil]", refused("ceiling(2)").arguments().toString());
    }

    /** Counted by hand in the expression as it is shown, with its {@code =}. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "16 * (2 + => unclosed [7]",
                "2+(3*(4+5) => unclosed [4]",
                "floor(width => unclosed [7]",
                "width) + 1 => unopened [7]",
                "()) => unopened [4]",
                "width + \"a) => unquoted [10]",
                "2 + * 3 => syntax [6, *]",
                "2 + => noOperand [+, 4]",
                "width * (3 - ) => syntax [15, )]",
                "width height => syntax [8, h]",
                "2 3 => syntax [4, 3]",
                "width + # => syntax [10, #]",
                "min(,2) => syntax [6, ,]",
            })
    void pointsToThePlaceOfTheFault(String source, String expected) {
        FormulaException wrong = refused(source);
        assertEquals("analysis.expression." + expected.replace(" [", " | ["), wrong.key() + " | " + wrong.arguments());
    }

    @Test
    void refusesAnExpressionLongerThanAThousandCharacters() {
        String source = "1" + "+1".repeat(500);
        assertEquals("[1001, 1000]", refused(source).arguments().toString());
    }

    @Test
    void deepNestingWithinTheLengthIsReadOrRefusedWithoutAnError() throws FormulaException {
        assertEquals("1", value("(".repeat(499) + "1" + ")".repeat(499)));
        assertEquals("1", value("-".repeat(998) + "1"));
    }

    @Test
    void aNameWithoutAValueSaysNothingTwice() {
        assertEquals(true, refused("gone + 1").isLost());
    }
}
