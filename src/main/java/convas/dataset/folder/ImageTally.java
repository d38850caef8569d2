package convas.dataset.folder;

import convas.dataset.DataProblem;
import convas.dataset.Survey;
import convas.dataset.image.DecodedImage;
import convas.dataset.image.file.ImageForm;
import convas.dataset.image.file.ImageTrait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** What was met in images while they were decoded. Different images may be added by different threads. */
final class ImageTally {
    private final ImageForm[] forms;
    private final List<Set<ImageTrait>> traits;
    private final int[] widths;
    private final int[] heights;

    ImageTally(int size) {
        forms = new ImageForm[size];
        traits = new ArrayList<>(java.util.Collections.nCopies(size, Set.of()));
        widths = new int[size];
        heights = new int[size];
    }

    void add(int index, DecodedImage image) {
        forms[index] = image.form();
        traits.set(index, image.traits());
        widths[index] = image.width();
        heights[index] = image.height();
    }

    /** @param names of images by index */
    List<Survey.Finding> findings(IntFunction<String> names) {
        List<Integer> met = new ArrayList<>();
        Map<ImageForm, Integer> counts = new EnumMap<>(ImageForm.class);
        for (int index = 0; index < forms.length; index++) {
            if (forms[index] != null) {
                met.add(index);
                counts.merge(forms[index], 1, Integer::sum);
            }
        }
        List<Survey.Finding> findings = new ArrayList<>();
        if (met.isEmpty()) {
            return findings;
        }
        findings.add(Survey.note(
                Survey.Topic.IMAGES,
                "datasurvey.images.forms",
                counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "))));
        for (ImageTrait trait : ImageTrait.values()) {
            List<String> having = met.stream()
                    .filter(index -> traits.get(index).contains(trait))
                    .map(names::apply)
                    .toList();
            if (!having.isEmpty()) {
                findings.add(finding(trait, having));
            }
        }
        met.sort(Comparator.comparingLong(index -> (long) widths[index] * heights[index]));
        findings.add(Survey.note(
                Survey.Topic.SIZES,
                "datasurvey.sizes",
                size(met.get(0)),
                size(met.get((met.size() - 1) / 2)),
                size(met.get(met.size() - 1))));
        return findings;
    }

    private String size(int index) {
        return widths[index] + " × " + heights[index];
    }

    private static Survey.Finding finding(ImageTrait trait, List<String> having) {
        List<String> first = having.subList(0, Math.min(Survey.NAMED, having.size()));
        return new Survey.Finding(
                Survey.Topic.IMAGES,
                true,
                DataProblem.of(
                        "",
                        "datasurvey.images." + trait,
                        having.size(),
                        String.join(", ", first) + (first.size() < having.size() ? ", ..." : "")),
                OptionalLong.of(having.size()),
                first);
    }
}
