package tasktracker.experiments;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between modules and packages, as CONTRIBUTING.md draws them, and what names say. */
class ArchitectureTest {

  /** Packages of the lab; each may use those behind it. */
  static final List<String> LAYERS =
      List.of(
          "cli",
          "experiment",
          "stack",
          "resource",
          "fault",
          "result",
          "analysis",
          "report",
          "dashboard",
          "file");

  static final List<String> MODULES =
      List.of("service", "users", "tasks", "stats", "gateway", "monolith", "load", "experiments");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("tasktracker");

  @ParameterizedTest
  @FieldSource("MODULES")
  void rulesSeeTheClassesOfEveryModule(String module) {
    assertThat(CLASSES.that(resideInAPackage("tasktracker." + module + ".."))).isNotEmpty();
  }

  @Test
  void rulesNoticeAnArrowThatPointsTheOtherWay() {
    assertThat(usesOnly("experiments.experiment", "load").evaluate(CLASSES).hasViolation())
        .isTrue();
  }

  @ParameterizedTest
  @FieldSource("LAYERS")
  void packagesOfTheLabUseOnlyThoseBehindThem(String layer) {
    Stream<String> behind =
        LAYERS.subList(LAYERS.indexOf(layer), LAYERS.size()).stream().map("experiments."::concat);
    usesOnly(
            "experiments." + layer,
            Stream.concat(Stream.of("load", "experiments!"), behind).toArray(String[]::new))
        // Some of them are still to come.
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void labHasNoOtherPackages() {
    classes()
        .that()
        .resideInAPackage("tasktracker.experiments..")
        .and()
        .resideOutsideOfPackages(
            LAYERS.stream().map(l -> "tasktracker.experiments." + l + "..").toArray(String[]::new))
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .beAssignableTo(LabException.class)
        .check(CLASSES);
    usesOnly("experiments!").check(CLASSES);
  }

  @Test
  void labUsesNoClassOfTheApplication() {
    usesOnly("experiments", "load").check(CLASSES);
  }

  @Test
  void loadGeneratorStandsAlone() {
    usesOnly("load").check(CLASSES);
  }

  @Test
  void serviceStandsAlone() {
    usesOnly("service").check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "tasks", "stats", "gateway"})
  void featuresAndGatewayUseOnlyTheService(String module) {
    usesOnly(module, "service").check(CLASSES);
  }

  @Test
  void monolithUsesOnlyFeaturesAndTheService() {
    usesOnly("monolith", "users", "tasks", "stats", "service").check(CLASSES);
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

  /** Of the project's own classes; a name stands for all below it, with {@code !} for it alone. */
  private static ArchRule usesOnly(String user, String... used) {
    String[] allowed =
        Stream.concat(Stream.of(user), Stream.of(used))
            .map(ArchitectureTest::packages)
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(packages(user))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(resideOutsideOfPackage("tasktracker..")));
  }

  private static String packages(String name) {
    return "tasktracker."
        + (name.endsWith("!") ? name.substring(0, name.length() - 1) : name + "..");
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
