package tasktracker.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What test classes may name. */
class PublicApiTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("tasktracker.junit");

  @Test
  void isTwoAnnotations() {
    assertThat(
            CLASSES.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName))
        .containsExactlyInAnyOrder("LoadTest", "LoadTarget");
  }

  @Test
  void namesOfTheLabTheScenarioAlone() {
    classes()
        .that()
        .arePublic()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.junit..", "tasktracker.junit..", "tasktracker.load.scenario..")
        .check(CLASSES);
  }
}
