package convas.editor.inspector;

import convas.editor.tip.LateTip;
import convas.operator.Parameter;
import convas.text.Texts;
import javafx.scene.control.Control;

/** What a parameter means: its documentation, its range, its unit, its default. */
final class ParameterTip {
    private static final double WIDTH = 320;

    private final Parameter<?> parameter;
    private final String doc;
    private final Texts texts;

    ParameterTip(Parameter<?> parameter, String doc, Texts texts) {
        this.parameter = parameter;
        this.doc = doc;
        this.texts = texts;
    }

    /** Shows it while the mouse rests on a control. */
    void on(Control control) {
        LateTip.wrapped(control, text(), WIDTH);
    }

    /** For a screen reader: the name and what it means. */
    String spoken() {
        return parameter.name() + ". " + doc;
    }

    private String text() {
        StringBuilder text = new StringBuilder(doc.isEmpty() ? parameter.name() : doc);
        String least = bound(parameter.min());
        String most = bound(parameter.max());
        if (!least.isEmpty() && !most.isEmpty()) {
            text.append('\n').append(texts.get("editor.inspector.range", least, most));
        } else if (!least.isEmpty()) {
            text.append('\n').append(texts.get("editor.inspector.atLeast", least));
        } else if (!most.isEmpty()) {
            text.append('\n').append(texts.get("editor.inspector.atMost", most));
        }
        if (!parameter.unit().isEmpty()) {
            text.append('\n').append(texts.get("editor.inspector.unit", parameter.unit()));
        }
        String fallback = parameter.fallback().map(String::valueOf).orElse("");
        if (!fallback.isEmpty()) {
            text.append('\n').append(texts.get("editor.inspector.default", fallback));
        }
        return text.toString();
    }

    private static String bound(java.util.OptionalDouble bound) {
        return bound.isEmpty() ? "" : ValueText.show(ValueText.number(bound.getAsDouble()));
    }
}
