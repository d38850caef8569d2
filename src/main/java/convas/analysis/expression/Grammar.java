package convas.analysis.expression;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixModuloOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPowerOfOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import com.ezylang.evalex.operators.booleans.PrefixNotOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The language of expressions. EvalEx finds tokens, precedence and parentheses; this class admits only the operators
 * and functions of the file format, and takes EvalEx's tree over into {@link Term}s.
 */
final class Grammar {
    /** Characters; the longest expression of a sensible design has about 80. */
    static final int LONGEST = 1000;

    private static final int DIGITS = 400;

    /** Least and most operands by function. */
    private static final Map<String, int[]> FUNCTIONS = Map.of(
            "if", new int[] {3, 3},
            "ceil", new int[] {1, 1},
            "floor", new int[] {1, 1},
            "round", new int[] {1, 1},
            "abs", new int[] {1, 1},
            "sqrt", new int[] {1, 1},
            "log2", new int[] {1, 1},
            "divisible", new int[] {2, 2},
            "min", new int[] {1, 100},
            "max", new int[] {1, 100});

    private final ExpressionConfiguration configuration = ExpressionConfiguration.builder()
            .operatorDictionary(operators())
            .functionDictionary(new AnyFunction())
            .defaultConstants(Map.of())
            .arraysAllowed(false)
            .structuresAllowed(true)
            .binaryAllowed(false)
            .implicitMultiplicationAllowed(false)
            .singleQuoteStringLiteralsAllowed(true)
            .build();

    private final Syntax syntax = new Syntax(configuration);

    Term read(String source) throws FormulaException {
        if (source.length() > LONGEST) {
            throw new FormulaException("tooLong", source.length(), LONGEST);
        }
        syntax.check(source);
        try {
            return term(source, new Expression(source, configuration).getAbstractSyntaxTree());
        } catch (ParseException wrong) {
            throw Syntax.unreadable(source, wrong.getStartPosition());
        }
    }

    private static Term term(String source, ASTNode node) throws FormulaException {
        Token token = node.getToken();
        String text = token.getValue();
        return switch (token.getType()) {
            case NUMBER_LITERAL -> new Term.Constant(number(source, token));
            case STRING_LITERAL -> new Term.Constant(new Datum.Words(text));
            case VARIABLE_OR_CONSTANT -> name(text);
            case STRUCTURE_SEPARATOR -> new Term.Name(dotted(source, node));
            case PREFIX_OPERATOR -> new Term.Call("prefix" + text, terms(source, node));
            case INFIX_OPERATOR -> new Term.Call(text, terms(source, node));
            case FUNCTION -> call(text, terms(source, node));
            default -> throw Syntax.unreadable(source, token.getStartPosition());
        };
    }

    private static Term name(String text) {
        return switch (text) {
            case "true" -> new Term.Constant(new Datum.Truth(true));
            case "false" -> new Term.Constant(new Datum.Truth(false));
            default -> new Term.Name(text);
        };
    }

    private static String dotted(String source, ASTNode node) throws FormulaException {
        Token token = node.getToken();
        return switch (token.getType()) {
            case STRUCTURE_SEPARATOR ->
                dotted(source, node.getParameters().get(0)) + "."
                        + dotted(source, node.getParameters().get(1));
            case VARIABLE_OR_CONSTANT -> token.getValue();
            default -> throw Syntax.unreadable(source, token.getStartPosition());
        };
    }

    private static Term call(String function, List<Term> operands) throws FormulaException {
        int[] count = FUNCTIONS.get(function);
        if (count == null) {
            throw new FormulaException(
                    "unknownFunction",
                    function,
                    CloseMatches.of(
                            function, FUNCTIONS.keySet().stream().sorted().toList()));
        }
        if (operands.size() < count[0] || operands.size() > count[1]) {
            throw new FormulaException("operands", function, count[0], operands.size());
        }
        return new Term.Call(function, operands);
    }

    private static List<Term> terms(String source, ASTNode node) throws FormulaException {
        List<Term> terms = new ArrayList<>();
        for (ASTNode operand : node.getParameters()) {
            terms.add(term(source, operand));
        }
        return List.copyOf(terms);
    }

    private static Quantity number(String source, Token token) throws FormulaException {
        String text = token.getValue();
        try {
            BigDecimal decimal = text.startsWith("0x") || text.startsWith("0X")
                    ? new BigDecimal(new BigInteger(text.substring(2), 16))
                    : new BigDecimal(text);
            if (Math.abs(decimal.scale()) > DIGITS || decimal.precision() > DIGITS) {
                throw new FormulaException("tooLarge");
            }
            return Quantity.of(decimal);
        } catch (NumberFormatException wrong) {
            throw Syntax.unreadable(source, token.getStartPosition());
        }
    }

    private static OperatorDictionaryIfc operators() {
        OperatorDictionaryIfc operators = new MapBasedOperatorDictionary();
        operators.addOperator("+", new PrefixPlusOperator());
        operators.addOperator("-", new PrefixMinusOperator());
        operators.addOperator("!", new PrefixNotOperator());
        operators.addOperator("+", new InfixPlusOperator());
        operators.addOperator("-", new InfixMinusOperator());
        operators.addOperator("*", new InfixMultiplicationOperator());
        operators.addOperator("/", new InfixDivisionOperator());
        operators.addOperator("%", new InfixModuloOperator());
        operators.addOperator("^", new InfixPowerOfOperator());
        operators.addOperator("==", new InfixEqualsOperator());
        operators.addOperator("!=", new InfixNotEqualsOperator());
        operators.addOperator("<", new InfixLessOperator());
        operators.addOperator("<=", new InfixLessEqualsOperator());
        operators.addOperator(">", new InfixGreaterOperator());
        operators.addOperator(">=", new InfixGreaterEqualsOperator());
        operators.addOperator("&&", new InfixAndOperator());
        operators.addOperator("||", new InfixOrOperator());
        return operators;
    }

    /** Lets EvalEx read a call of any name, so that an unknown one can be named in our own words. */
    private static final class AnyFunction implements FunctionDictionaryIfc {
        private final FunctionIfc any = new Call();

        @Override
        public void addFunction(String name, FunctionIfc function) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public boolean hasFunction(String name) {
            return true;
        }

        @Override
        public FunctionIfc getFunction(String name) {
            return any;
        }
    }

    @FunctionParameter(name = "operand", isVarArg = true)
    private static final class Call extends AbstractFunction {
        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands) {
            throw new UnsupportedOperationException("EvalEx only reads");
        }
    }
}
