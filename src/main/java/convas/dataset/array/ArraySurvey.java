package convas.dataset.array;

import convas.dataset.DataProblem;
import convas.dataset.Reinterpretation;
import convas.dataset.Survey;
import convas.dataset.Survey.Topic;
import convas.tensor.NumpyHead;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Says what arrays were taken for. */
final class ArraySurvey {
    private final List<Survey.Finding> findings = new ArrayList<>();

    private ArraySurvey() {}

    /**
     * @param others names of what is no array
     * @param doubts what looks wrong
     */
    static Survey of(ChosenArrays chosen, List<String> others, Survey.Finding targets, List<Reinterpretation> doubts) {
        ArraySurvey survey = new ArraySurvey();
        chosen.pairs().forEach(survey::used);
        survey.findings.add(Survey.note(Topic.STRUCTURE, "datasurvey.arrays.found." + chosen.found()));
        if (chosen.pairs().containsKey(ArrayPart.TEST) && !chosen.pairs().containsKey(ArrayPart.VALIDATION)) {
            survey.findings.add(Survey.note(Topic.STRUCTURE, "datasurvey.arrays.test-validates"));
        }
        survey.findings.add(targets);
        survey.aside(
                "datasurvey.arrays.aside",
                chosen.aside().stream().map(NumpyHead::name).toList(),
                ArrayChoice.list(chosen.aside().stream().limit(Survey.NAMED).toList()));
        survey.aside(
                "datasurvey.arrays.others",
                others,
                String.join(", ", others.subList(0, Math.min(Survey.NAMED, others.size()))));
        for (Reinterpretation doubt : doubts) {
            Topic topic = doubt.option().equals(Labels.OPTION) ? Topic.LABELS : Topic.IMAGES;
            survey.findings.add(new Survey.Finding(topic, true, doubt.why(), OptionalLong.empty(), List.of()));
        }
        return new Survey(survey.findings);
    }

    private void used(ArrayPart part, ChosenArrays.Pair pair) {
        findings.add(Survey.note(
                Topic.STRUCTURE,
                "datasurvey.arrays." + part,
                pair.inputs().name(),
                pair.inputs().display(),
                pair.targets().name(),
                pair.targets().display()));
    }

    private void aside(String key, List<String> names, String shown) {
        if (!names.isEmpty()) {
            findings.add(new Survey.Finding(
                    Topic.ASIDE,
                    false,
                    DataProblem.of("", key, names.size(), names.size() > Survey.NAMED ? shown + ", ..." : shown),
                    OptionalLong.of(names.size()),
                    names));
        }
    }
}
