package convas.cli;

import convas.operator.Convention;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A convention by its key. */
final class ConventionConverter implements ITypeConverter<Convention> {
    @Override
    public Convention convert(String key) {
        // The command line says what is allowed, in the user's language.
        return Convention.find(key).orElseThrow(() -> new TypeConversionException(key));
    }
}
