package convas.dataset.folder;

import convas.dataset.Survey;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which folder holds the folders of classes, and which are the parts for training, validation and test.
 *
 * <p>Folders are parts by their names, where one of them is for training and nothing stands beside them that would be a
 * class as well: a folder {@code train} beside {@code bus} and {@code car} is a class. Where a folder holds nothing but one
 * folder of folders, that is looked into instead, level by level.
 *
 * @param top the folder with the classes, or with the parts
 * @param parts by role, each the folder with its classes; empty where the folder has none
 * @param above folders from the first to that with the classes or parts, and from a part to its classes: what lies in them
 *     belongs to no class
 * @param left folders beside the parts
 * @param told how it was understood
 */
record FolderStructure(
        FolderPlace top,
        Map<PartName.Role, FolderPlace> parts,
        List<FolderPlace> above,
        List<FolderPlace> left,
        List<Survey.Finding> told) {
    static final int DEPTH = 8;

    static FolderStructure of(FolderPlace folder) throws IOException {
        List<FolderPlace> above = new ArrayList<>();
        FolderPlace at = folder;
        for (int level = 0; ; level++) {
            Optional<FolderStructure> split = split(at, above);
            if (split.isPresent()) {
                return split.get();
            }
            Optional<FolderPlace> inner = level < DEPTH ? wrapped(at) : Optional.empty();
            if (inner.isEmpty()) {
                break;
            }
            above.add(at);
            at = inner.get();
        }
        List<Survey.Finding> told = new ArrayList<>();
        if (at != folder) {
            told.add(Survey.note(Survey.Topic.STRUCTURE, "datasurvey.structure.wrapped", folder.path(), at.path()));
        }
        for (FolderPlace each : at.folders()) {
            if (PartName.of(each.name()).isPresent() && at.folders().size() > 1) {
                told.add(Survey.warning(
                        Survey.Topic.STRUCTURE, "datasurvey.structure.class-like-part", each.name(), at.path()));
            }
        }
        return new FolderStructure(at, Map.of(), List.of(), List.of(), told);
    }

    private static Optional<FolderStructure> split(FolderPlace at, List<FolderPlace> above) throws IOException {
        List<FolderPlace> named = new ArrayList<>();
        List<FolderPlace> others = new ArrayList<>();
        for (FolderPlace each : at.folders()) {
            if (PartName.of(each.name()).isPresent()) {
                named.add(each);
            } else if (holdsImages(each, 0)) {
                others.add(each);
            }
        }
        Set<String> rests = named.stream()
                .filter(each -> role(each) != PartName.Role.ASIDE)
                .map(each -> PartName.of(each.name()).orElseThrow().rest())
                .collect(Collectors.toSet());
        List<FolderPlace> training = named.stream()
                .filter(each -> role(each) == PartName.Role.TRAINING)
                .sorted(Comparator.comparingInt(each -> PartName.rank(each.name())))
                .toList();
        if (training.isEmpty() || rests.size() > 1 || !isPlausible(training.get(0), named, others)) {
            return Optional.empty();
        }
        return Optional.of(parts(at, above, named, others));
    }

    private static FolderStructure parts(
            FolderPlace at, List<FolderPlace> above, List<FolderPlace> named, List<FolderPlace> others)
            throws IOException {
        List<FolderPlace> levels = new ArrayList<>(above);
        levels.add(at);
        Map<PartName.Role, FolderPlace> parts = new java.util.EnumMap<>(PartName.Role.class);
        List<FolderPlace> left = new ArrayList<>(others);
        List<Survey.Finding> told = new ArrayList<>();
        if (!above.isEmpty()) {
            told.add(Survey.note(
                    Survey.Topic.STRUCTURE,
                    "datasurvey.structure.wrapped",
                    above.get(0).path(),
                    at.path()));
        }
        named.sort(Comparator.comparingInt(each -> PartName.rank(each.name())));
        Set<String> classes = new HashSet<>();
        for (PartName.Role role : PartName.Role.values()) {
            for (FolderPlace each : named) {
                if (role(each) != role) {
                    continue;
                } else if (role == PartName.Role.ASIDE || parts.containsKey(role)) {
                    left.add(each);
                    continue;
                }
                FolderPlace inner = each;
                for (Optional<FolderPlace> next = wrapped(inner); next.isPresent(); next = wrapped(inner)) {
                    if (classes.contains(next.get().name())) {
                        break;
                    }
                    levels.add(inner);
                    inner = next.get();
                }
                levels.add(inner);
                inner.folders().forEach(folder -> classes.add(folder.name()));
                parts.put(role, inner);
                told.add(Survey.note(
                        Survey.Topic.STRUCTURE,
                        "datasurvey.structure.part." + role,
                        inner.path(),
                        each.path().getFileName()));
            }
        }
        return new FolderStructure(at, parts, levels, left, told);
    }

    /** Whether folders of such names are parts though others stand beside them. */
    private static boolean isPlausible(FolderPlace training, List<FolderPlace> named, List<FolderPlace> others)
            throws IOException {
        long parts =
                named.stream().filter(each -> role(each) != PartName.Role.ASIDE).count();
        if (others.isEmpty()) {
            return parts > 1 || isOfFolders(training);
        } else if (!isOfFolders(training)) {
            return false;
        }
        for (FolderPlace each : named) {
            if (each != training && isOfFolders(each)) {
                return true;
            }
        }
        Set<String> classes = names(training);
        for (FolderPlace each : others) {
            if (!isOfFolders(each) || names(each).stream().noneMatch(classes::contains)) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> names(FolderPlace folder) throws IOException {
        return folder.folders().stream().map(FolderPlace::name).collect(Collectors.toSet());
    }

    private static PartName.Role role(FolderPlace folder) {
        return PartName.of(folder.name()).orElseThrow().role();
    }

    /** The one folder in it with images, where that is a folder of folders and there is no other image. */
    private static Optional<FolderPlace> wrapped(FolderPlace folder) throws IOException {
        List<FolderPlace> full = new ArrayList<>();
        for (FolderPlace each : folder.folders()) {
            if (holdsImages(each, 0)) {
                full.add(each);
            }
        }
        return full.size() == 1 && folder.images().isEmpty() && isOfFolders(full.get(0))
                ? Optional.of(full.get(0))
                : Optional.empty();
    }

    /** Whether there are images in folders in it, and none beside them. */
    private static boolean isOfFolders(FolderPlace folder) throws IOException {
        return folder.images().isEmpty() && holdsImages(folder, 0);
    }

    /** Whether there is an image in it or below; what may not be looked into may well hold some. */
    private static boolean holdsImages(FolderPlace folder, int depth) throws IOException {
        try {
            if (!folder.images().isEmpty()) {
                return true;
            }
            for (FolderPlace each : folder.folders()) {
                if (depth < DEPTH && holdsImages(each, depth + 1)) {
                    return true;
                }
            }
        } catch (AccessDeniedException denied) {
            return true;
        }
        return false;
    }
}
