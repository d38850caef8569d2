package convas.analysis.expression;

import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import com.ezylang.evalex.parser.Tokenizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Finds the place where an expression stops being one, as its writer would point to it: EvalEx tells most faults at the
 * expression's beginning, and reads some, such as {@code min(,2)}. Places are told as characters of the expression as
 * it is shown, with its leading {@code =}, from 1 on.
 */
final class Syntax {
    private final ExpressionConfiguration configuration;

    Syntax(ExpressionConfiguration configuration) {
        this.configuration = configuration;
    }

    /** Refuses what is no expression; says nothing where there is no fault that is known here. */
    void check(String source) throws FormulaException {
        if (source.isBlank()) {
            throw new FormulaException("empty");
        }
        brackets(source);
        List<Token> tokens;
        try {
            tokens = new Tokenizer(source, configuration).parse();
        } catch (ParseException wrong) {
            throw unreadable(source, wrong.getStartPosition());
        }
        order(source, tokens);
    }

    /** For what cannot be read from {@code position} on, which counts from 1 without the {@code =}. */
    static FormulaException unreadable(String source, int position) {
        int at = Math.max(1, Math.min(position, source.length()));
        int end = source.offsetByCodePoints(at - 1, 1);
        return new FormulaException("syntax", at + 1, source.substring(at - 1, end));
    }

    private static void brackets(String source) throws FormulaException {
        Deque<Integer> open = new ArrayDeque<>();
        int quote = -1;
        for (int at = 0; at < source.length(); at++) {
            char letter = source.charAt(at);
            if (quote >= 0) {
                if (letter == '\\') {
                    at++;
                } else if (letter == source.charAt(quote)) {
                    quote = -1;
                }
            } else if (letter == '"' || letter == '\'') {
                quote = at;
            } else if (letter == '(') {
                open.push(at);
            } else if (letter == ')' && open.poll() == null) {
                throw new FormulaException("unopened", at + 2);
            }
        }
        if (quote >= 0) {
            throw new FormulaException("unquoted", quote + 2);
        } else if (!open.isEmpty()) {
            throw new FormulaException("unclosed", open.peek() + 2);
        }
    }

    /** Values and what joins them take turns: refuses the first token that stands where the other is wanted. */
    private static void order(String source, List<Token> tokens) throws FormulaException {
        boolean valueNext = true;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean begins = switch (token.getType()) {
                case NUMBER_LITERAL, STRING_LITERAL, VARIABLE_OR_CONSTANT, FUNCTION, PREFIX_OPERATOR, BRACE_OPEN ->
                    true;
                default -> false;
            };
            if (begins != valueNext && !isEmptyCall(tokens, at)) {
                throw unreadable(source, token.getStartPosition());
            }
            valueNext = switch (token.getType()) {
                case NUMBER_LITERAL, STRING_LITERAL, VARIABLE_OR_CONSTANT, BRACE_CLOSE -> false;
                default -> true;
            };
        }
        if (valueNext) {
            Token last = tokens.get(tokens.size() - 1);
            throw new FormulaException("noOperand", last.getValue(), last.getStartPosition() + 1);
        }
    }

    /** {@code ceil()}: the wrong number of values, which has a sentence of its own. */
    private static boolean isEmptyCall(List<Token> tokens, int at) {
        return at >= 2
                && tokens.get(at).getType() == TokenType.BRACE_CLOSE
                && tokens.get(at - 1).getType() == TokenType.BRACE_OPEN
                && tokens.get(at - 2).getType() == TokenType.FUNCTION;
    }
}
