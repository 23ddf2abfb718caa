package tasktracker.experiments;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between modules, as docs/architecture.md draws them, and what names say. */
class ArchitectureTest {

  /** The modules, and the packages of others that each may use. */
  static final Map<String, List<String>> MODULES =
      Map.ofEntries(
          entry("service", List.of()),
          entry("users", List.of("service")),
          entry("tasks", List.of("service")),
          entry("stats", List.of("service")),
          entry("gateway", List.of("service")),
          entry("monolith", List.of("users", "tasks", "stats", "service")),
          entry("load", List.of()),
          entry("workload", List.of("load")),
          entry("analysis", List.of("load")),
          entry("error", List.of()),
          entry("results", List.of("error", "analysis", "load")),
          entry("report", List.of("results", "error", "analysis", "load")),
          entry("stack", List.of("results", "error", "load")),
          entry("ui", List.of("report", "results", "error", "analysis", "load")),
          entry(
              "experiments",
              List.of("ui", "report", "stack", "results", "error", "analysis", "load")));

  /** Packages at the bottom of their modules, and the others that each may use. */
  static final Map<String, List<String>> LAYERS =
      Map.of(
          "stack.resource", List.of("stack.fault", "results", "error", "load"),
          "stack.fault", List.of("results", "error", "load"),
          "results.file", List.of("error"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("tasktracker");

  @ParameterizedTest
  @MethodSource("modules")
  void rulesSeeTheClassesOfEveryModule(String module) {
    assertThat(CLASSES.that(resideInAPackage("tasktracker." + module + ".."))).isNotEmpty();
  }

  private static Set<String> modules() {
    return MODULES.keySet();
  }

  @Test
  void rulesNoticeAnArrowThatPointsTheOtherWay() {
    assertThat(usesOnly("report", List.of("load")).evaluate(CLASSES).hasViolation()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void modulesUseOnlyThoseBehindThem(String module) {
    usesOnly(module, MODULES.get(module)).check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void packagesWithinAModuleUseOnlyThoseBehindThem(String layer) {
    usesOnly(layer, LAYERS.get(layer)).check(CLASSES);
  }

  private static Set<String> layers() {
    return LAYERS.keySet();
  }

  @Test
  void nothingUsesTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("tasktracker.experiments.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tasktracker.experiments.cli..")
        .check(CLASSES);
  }

  @Test
  void thereAreNoOtherPackages() {
    classes()
        .should()
        .resideInAnyPackage(
            MODULES.keySet().stream().map(ArchitectureTest::packages).toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().assignedFrom(new OnePackageEach()).should().beFreeOfCycles().check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Manager", "Helper", "Util", "Utils", "Impl"})
  void namesSayWhatAClassIs(String suffix) {
    noClasses().should().haveSimpleNameEndingWith(suffix).check(CLASSES);
  }

  @Test
  void simpleNamesAreUsedOnce() {
    Map<String, List<String>> byName =
        CLASSES.stream()
            .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
            .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));
    byName.values().removeIf(names -> names.size() == 1);
    assertThat(byName).isEmpty();
  }

  @Test
  void timesAreOfJavaTime() {
    noClasses()
        .that()
        // The JWT library speaks in dates.
        .doNotHaveFullyQualifiedName("tasktracker.service.auth.Tokens")
        .should()
        .dependOnClassesThat()
        .areAssignableTo("java.util.Date")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage("tasktracker.experiments.cli")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  /** Of the project's own classes. */
  private static ArchRule usesOnly(String user, List<String> used) {
    String[] allowed =
        Stream.concat(Stream.of(user), used.stream())
            .map(ArchitectureTest::packages)
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(packages(user))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(resideOutsideOfPackage("tasktracker..")));
  }

  private static String packages(String module) {
    return "tasktracker." + module + "..";
  }

  private static final class OnePackageEach implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      return SliceIdentifier.of(javaClass.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
