package tasktracker.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the field of a test class that holds what its {@linkplain LoadTest load tests} ask: a
 * {@link java.net.URI} of scheme, host and port, such as {@code http://localhost:8080}. The field
 * may be static or not and is read when a test begins, so that it may be set in
 * {@code @BeforeEach}.
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LoadTarget {}
