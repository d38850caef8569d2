package convas.operator;

import convas.graph.Diagnostic;
import convas.graph.ModuleBody;
import convas.graph.ParameterDeclaration;
import convas.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A node type without code: its body is a graph of other node types. */
public final class Module implements NodeType {
    /** So many modules may stand within each other. */
    public static final int DEEPEST = 32;

    private final ModuleBody body;
    private final List<Parameter<?>> parameters;

    private Module(ModuleBody body, List<Parameter<?>> parameters) {
        this.body = body;
        this.parameters = List.copyOf(parameters);
    }

    /**
     * The module with this body. A parameter declaration that makes no sense (an unknown type, a default out of its
     * range) is reported under {@code modules/TYPE} and that parameter left out.
     */
    public static Module of(ModuleBody body, List<Diagnostic> problems) {
        List<Parameter<?>> parameters = new ArrayList<>();
        body.params().forEach((name, declaration) -> {
            List<Problem> found = new ArrayList<>();
            Parameter<?> parameter = declared(name, declaration, found);
            if (parameter != null) {
                parameters.add(parameter);
            }
            found.forEach(problem -> problems.add(problem.at("modules/" + body.type())));
        });
        return new Module(body, parameters);
    }

    private static Parameter<?> declared(String name, ParameterDeclaration declaration, List<Problem> problems) {
        return switch (declaration.type()) {
            case "int" -> finish(Parameter.ofInt(name), declaration, problems);
            case "float" -> finish(Parameter.ofFloat(name), declaration, problems);
            case "bool" -> finish(Parameter.ofBool(name), declaration, problems);
            case "pair" -> finish(Parameter.ofPair(name), declaration, problems);
            case "choice" -> finish(Parameter.ofChoice(name, declaration.choices()), declaration, problems);
            case "text" -> finish(Parameter.ofText(name), declaration, problems);
            default -> {
                problems.add(Problem.of(name, "operator.module.parameterType", declaration.type()));
                yield null;
            }
        };
    }

    private static <T> Parameter<T> finish(
            Parameter<T> bare, ParameterDeclaration declaration, List<Problem> problems) {
        Parameter<T> parameter = bare.unit(declaration.unit());
        if (declaration.min().isPresent()) {
            parameter = parameter.min(declaration.min().get());
        }
        if (declaration.max().isPresent()) {
            parameter = parameter.max(declaration.max().get());
        }
        if (declaration.fallback().isPresent()) {
            Value value = declaration.fallback().get();
            Parameter<T> checked = parameter;
            parameter = checked.read(value, problems).map(checked::fallback).orElse(checked);
        }
        return parameter;
    }

    public ModuleBody body() {
        return body;
    }

    @Override
    public String type() {
        return body.type();
    }

    @Override
    public String category() {
        return body.category();
    }

    @Override
    public String doc(Locale locale) {
        return body.doc().in(locale);
    }

    @Override
    public String parameterDoc(String parameter, Locale locale) {
        ParameterDeclaration declaration = body.params().get(parameter);
        return declaration == null ? "" : declaration.doc().in(locale);
    }

    @Override
    public String paper() {
        return body.paper();
    }

    @Override
    public String url() {
        return body.url();
    }

    @Override
    public List<String> aliases() {
        return body.aliases();
    }

    @Override
    public List<Parameter<?>> parameters() {
        return parameters;
    }

    @Override
    public Ports inputs() {
        return new Ports(body.inputs(), false);
    }

    @Override
    public Ports outputs(Arguments arguments) {
        return new Ports(List.copyOf(body.outputs().keySet()), false);
    }
}
