package convas.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import javafx.scene.control.SelectionModel;

/** The houses and the walls between them; each rule tells why it is there. */
@AnalyzeClasses(packages = "convas", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** From the ground up: a house may use those before it. */
    private static final List<String> HOUSES = List.of(
            "text",
            "file",
            "child",
            "graph",
            "operator",
            "tensor",
            "analysis",
            "catalog",
            "compiler",
            "engine",
            "dataset",
            "training",
            "profiling",
            "export",
            "importer",
            "editor",
            "cli",
            "app");

    private static final String JAVAFX = "javafx..";
    private static final String DJL = "ai.djl..";

    @ArchTest
    static final ArchRule dependenciesPointDownward = classes()
            .that()
            .resideInAPackage("convas..")
            .should(new ArchCondition<>("use only houses below their own") {
                @Override
                public void check(JavaClass each, ConditionEvents events) {
                    each.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> floor(dependency.getTargetClass()) > floor(each))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(each, dependency.getDescription())));
                }
            })
            .because("what is below must stay usable without what is above: the command line without the window, the"
                    + " analysis without the engine");

    @ArchTest
    static final ArchRule housesFormNoCycles =
            slices().matching("convas.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule graphKnowsNoMeaning = noClasses()
            .that()
            .resideInAPackage("convas.graph..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(JAVAFX, DJL, "convas.operator.."))
            .because("a design is a value that can be read, edited and written without knowing what a node type means");

    @ArchTest
    static final ArchRule windowIsBuiltInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("convas.editor..", "convas.app..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage(JAVAFX, "com.sun.javafx..", "atlantafx..", "org.kordamp..", "org.controlsfx.."))
            .because("count, check, train and run work on machines without a screen");

    @ArchTest
    static final ArchRule contractsNameTheEngineInOnePackage = noClasses()
            .that(resideInAPackage("convas.operator..")
                    .and(DescribedPredicate.not(resideInAPackage("convas.operator.djl.."))))
            .should()
            .dependOnClassesThat(resideInAPackage(DJL))
            .because("shapes and costs are known without the engine");

    @ArchTest
    static final ArchRule primitivesNameTheEngineInTheirLoweringOnly = classes()
            .that()
            .resideInAPackage("convas.catalog..")
            .should(new ArchCondition<>("name ai.djl in a nested class Lowering, or to make one, alone") {
                @Override
                public void check(JavaClass each, ConditionEvents events) {
                    each.getDirectDependenciesFromSelf().stream()
                            .filter(dependency ->
                                    dependency.getTargetClass().getName().startsWith("ai.djl."))
                            .filter(dependency -> !isLowering(each)
                                    && !dependency.getDescription().contains(".lowering()> references method"))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(each, dependency.getDescription())));
                }
            })
            .because("a primitive's class must load without the engine, so that count and check are quick");

    @ArchTest
    static final ArchRule numbersAreTensorsOfTheirOwn = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "an operation of a tensor with a number",
                    (JavaMethodCall call) -> call.getTargetOwner().isAssignableTo("ai.djl.ndarray.NDArray")
                            && call.getTarget().getRawParameterTypes().stream()
                                    .anyMatch(type -> type.isEquivalentTo(Number.class))))
            .because("the engine keeps the number's memory for the gradients and Java frees it; see Tensors.number");

    @ArchTest
    static final ArchRule analysisNeedsNeitherEngineNorCatalog = noClasses()
            .that()
            .resideInAPackage("convas.analysis..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(DJL, "convas.catalog.."))
            .because("the analysis asks a type's contract, never a certain type, and runs on every keystroke");

    @ArchTest
    static final ArchRule dataKnowsNoDesigns = noClasses()
            .that()
            .resideInAPackage("convas.dataset..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "convas.graph..", "convas.analysis..", "convas.catalog..", "convas.compiler..", DJL))
            .because("images and labels are read the same way whatever learns from them");

    @ArchTest
    static final ArchRule filesOfTensorsNeedNoEngine = noClasses()
            .that()
            .resideInAPackage("convas.tensor..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(DJL, JAVAFX))
            .because("weights and arrays are looked into, told apart and refused before an engine is loaded");

    @ArchTest
    static final ArchRule onlyTheWorkerTrainsWithTheEngine = noClasses()
            .that(resideInAPackage("convas.training..")
                    .and(DescribedPredicate.not(resideInAPackage("convas.training.djl.."))))
            .should()
            .dependOnClassesThat(resideInAPackage(DJL))
            .because("whoever starts or watches a run lives in another process than the engine");

    @ArchTest
    static final ArchRule onlyTheProfilersRunnerUsesTheEngine = noClasses()
            .that(resideInAPackage("convas.profiling..")
                    .and(DescribedPredicate.not(resideInAPackage("convas.profiling.djl.."))))
            .should()
            .dependOnClassesThat(resideInAPackage(DJL))
            .allowEmptyShould(true)
            .because("a profile is shown without the engine");

    @ArchTest
    static final ArchRule exportsNeedNoEngine = noClasses()
            .that()
            .resideInAnyPackage("convas.export..", "convas.importer..")
            .should()
            .dependOnClassesThat(resideInAPackage(DJL))
            .allowEmptyShould(true)
            .because("an export is written from the program alone and must not depend on how this tool computes it");

    @ArchTest
    static final ArchRule editorSeesNoEngine = noClasses()
            .that()
            .resideInAPackage("convas.editor..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage(DJL, "convas.compiler..", "convas.dataset..", "convas.training.djl.."))
            .because("a crash or an end of memory in native code must never take the window with it");

    @ArchTest
    static final ArchRule documentHasNoScene = noClasses()
            .that()
            .resideInAPackage("convas.editor.document..")
            .should()
            .dependOnClassesThat(resideInAPackage(JAVAFX))
            .because("history and edits are tested without a window");

    @ArchTest
    static final ArchRule threadsAreMadeInOnePlace = noClasses()
            .that(resideInAPackage("convas.editor..")
                    .and(DescribedPredicate.not(resideInAPackage("convas.editor.task.."))))
            .should()
            .dependOnClassesThat(type(Executors.class)
                    .or(type(ThreadPoolExecutor.class))
                    .or(type(Thread.class))
                    .or(resideInAPackage("javafx.concurrent.."))
                    .or(DescribedPredicate.describe(
                            "Platform", each -> each.getName().equals("javafx.application.Platform"))))
            .because("background work is described apart from what executes it, so that tests run it in step");

    /** How one hears of what is selected; a tab's content is no list of rows. */
    private static final Set<String> HEARD =
            Set.of("selectedItemProperty", "selectedIndexProperty", "getSelectedIndices", "getSelectedCells");

    @ArchTest
    static final ArchRule nothingIsSelectedWhileAListTellsOfASelection = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("convas.editor.task.Choice")
            .and()
            .doNotHaveFullyQualifiedName("convas.editor.Workbench")
            .and()
            .doNotHaveFullyQualifiedName("convas.editor.dock.DiagnosticsPanel")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "something that hears of a selection at once",
                    (JavaMethodCall call) -> call.getTargetOwner().isAssignableTo(SelectionModel.class)
                            && HEARD.contains(call.getTarget().getName())))
            .because(
                    "a list whose selection is changed while it tells of a change of it throws; Choice tells afterwards."
                            + " The workbench hears of tabs, and the diagnostics hand their property to a binding");

    @ArchTest
    static final ArchRule onlyCommandsPrint = noClasses()
            .that()
            .resideOutsideOfPackage("convas.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("standard output belongs to the commands' results and to the worker's protocol");

    @ArchTest
    static final ArchRule commandsSeeNoWindow = noClasses()
            .that()
            .resideInAPackage("convas.cli..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(JAVAFX, DJL, "convas.editor..", "convas.catalog.."))
            .because("the command line starts the window and takes the catalog through what is handed in");

    @ArchTest
    static final ArchRule nothingKnowsHowTheProgramIsPutTogether = noClasses()
            .that()
            .resideOutsideOfPackage("convas.app..")
            .should()
            .dependOnClassesThat(resideInAPackage("convas.app.."))
            .because("the composition root uses everything and is used by nobody");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .resideInAnyPackage("..util..", "..utils..", "..helper..")
            .because("such names say nothing, and anything ends up there");

    @ArchTest
    static final ArchRule nothingStaticChanges = fields().that(
                    modifier(JavaModifier.STATIC).and(DescribedPredicate.not(modifier(JavaModifier.SYNTHETIC))))
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("..jmh_generated..")
            .should()
            .beFinal()
            .because("state that belongs to nobody makes tests depend on each other");

    /** Methods that take the language of whoever runs the program where none is handed in, by their owner. */
    private static final Map<Class<?>, Set<String>> OF_ANY_LANGUAGE = Map.of(
            String.class, Set.of("format", "formatted", "toLowerCase", "toUpperCase"),
            java.text.NumberFormat.class,
                    Set.of("getInstance", "getNumberInstance", "getIntegerInstance", "getPercentInstance"),
            java.text.DecimalFormat.class, Set.of("<init>"),
            java.text.SimpleDateFormat.class, Set.of("<init>"),
            java.time.format.DateTimeFormatter.class, Set.of("ofPattern"),
            java.io.PrintWriter.class, Set.of("printf", "format"),
            java.io.PrintStream.class, Set.of("printf", "format"));

    @ArchTest
    static final ArchRule nothingIsWrittenInTheLanguageOfWhoeverRunsIt = noClasses()
            .should()
            .callCodeUnitWhere(DescribedPredicate.describe(
                    "a form of numbers, dates or letters without a language",
                    (JavaCall<?> call) -> OF_ANY_LANGUAGE.entrySet().stream()
                            .anyMatch(each -> call.getTargetOwner().isEquivalentTo(each.getKey())
                                    && each.getValue().contains(call.getTarget().getName())
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .noneMatch(type -> type.isEquivalentTo(Locale.class)))))
            .because(
                    "an Arabic, Persian or Bengali system has other digits, and a PDF, an SVG or a CSV with them is none");

    @ArchTest
    static final ArchRule onlyTheConsoleHasTheStreams = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("convas.cli.Console")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what is printed shows control characters as escapes, and what goes nowhere is told");

    @ArchTest
    static final ArchRule numbersInJsonAreNumbers = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("convas.graph.json.FiniteJson")
            .should()
            .callCodeUnitWhere(DescribedPredicate.describe(
                    "a number with a fraction in a tree of JSON",
                    (JavaCall<?> call) ->
                            call.getTargetOwner().getPackageName().equals("com.fasterxml.jackson.databind.node")
                                    && Set.of("put", "add", "numberNode")
                                            .contains(call.getTarget().getName())
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .anyMatch(type -> type.isEquivalentTo(double.class)
                                                    || type.isEquivalentTo(Double.class)
                                                    || type.isEquivalentTo(float.class))))
            .because("what is no number is null, see FiniteJson, and not a text in a column of numbers");

    /** Whether a class is, or stands in, a nested class of the name Lowering. */
    private static boolean isLowering(JavaClass each) {
        for (JavaClass at = each; at != null; at = at.getEnclosingClass().orElse(null)) {
            if (at.getSimpleName().equals("Lowering") && at.getEnclosingClass().isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The house's place in {@link #HOUSES}; the ground for everything outside. */
    private static int floor(JavaClass each) {
        String[] names = each.getPackageName().split("\\.");
        return names.length > 1 && names[0].equals("convas") ? HOUSES.indexOf(names[1]) : -1;
    }
}
