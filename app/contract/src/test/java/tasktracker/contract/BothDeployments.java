package tasktracker.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Runs the tests of a class against the monolith and against the gateway of the split form. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}", autoCloseArguments = false)
@ArgumentsSource(BothDeployments.Started.class)
@interface BothDeployments {

  /** Both deployments on one PostgreSQL, started at first use, stopped after the last test. */
  final class Started implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      Store store = context.getRoot().getStore(Namespace.create(Started.class));
      return Stream.of(
              store.computeIfAbsent("monolith", it -> monolith(), Deployment.class),
              store.computeIfAbsent("microservices", it -> microservices(), Deployment.class))
          .map(Arguments::of);
    }

    private static Deployment monolith() {
      return Deployment.monolith(Postgres.create("tasktracker_db"));
    }

    private static Deployment microservices() {
      return Deployment.microservices(Postgres.create("user_db"), Postgres.create("task_db"));
    }
  }
}
