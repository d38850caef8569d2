package convas.dataset.array;

import java.util.List;

/** What samples are for, with the options that choose their arrays and the words that such names have. */
enum ArrayPart {
    TRAINING("inputs", "targets", List.of("train", "training", "trn", "tr")),
    VALIDATION(
            "validation_inputs",
            "validation_targets",
            List.of("val", "valid", "validation", "validate", "dev", "eval", "evaluation")),
    TEST("test_inputs", "test_targets", List.of("test", "testing", "tst"));

    private final String inputs;
    private final String targets;
    private final List<String> words;

    ArrayPart(String inputs, String targets, List<String> words) {
        this.inputs = inputs;
        this.targets = targets;
        this.words = words;
    }

    /** The option that names the array of samples. */
    String inputs() {
        return inputs;
    }

    /** The option that names the array of what is learnt of them. */
    String targets() {
        return targets;
    }

    /** In lower case. */
    List<String> words() {
        return words;
    }
}
