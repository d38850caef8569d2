package convas.analysis.expression;

import java.util.List;

/** Why an expression has no value: a sentence's key and what fills it, without the expression itself. */
public final class FormulaException extends Exception {
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<String> arguments;

    FormulaException(String key, Object... arguments) {
        super(key, null, false, false);
        this.key = "analysis.expression." + key;
        this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
    }

    /** For a name whose own value could not be found: said there already, not again here. */
    static FormulaException lost() {
        return new FormulaException("lost");
    }

    public boolean isLost() {
        return key.endsWith(".lost");
    }

    public String key() {
        return key;
    }

    public List<String> arguments() {
        return arguments;
    }
}
