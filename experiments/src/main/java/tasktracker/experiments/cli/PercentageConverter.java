package tasktracker.experiments.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tasktracker.load.model.Percentage;

/** Shares: {@code 5%}, {@code 5} or {@code 0.05}. */
final class PercentageConverter implements ITypeConverter<Percentage> {
  @Override
  public Percentage convert(String text) {
    try {
      return Percentage.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
