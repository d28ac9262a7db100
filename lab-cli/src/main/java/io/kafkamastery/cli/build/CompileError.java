package io.kafkamastery.cli.build;

import io.kafkamastery.cli.Terminal;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * An error of the compiler.
 *
 * @param file where; nothing if it belongs to no file
 * @param text all that the compiler says: file, line, message, the line of code and where in it
 */
public record CompileError(Optional<Path> file, long line, String text) {

    private static final int SHOWN = 5;

    static CompileError of(Diagnostic<? extends JavaFileObject> diagnostic) {
        Optional<Path> file = Optional.ofNullable(diagnostic.getSource()).map(source -> Path.of(source.toUri()));
        String text = diagnostic.toString().isBlank() ? diagnostic.getMessage(Locale.ROOT) : diagnostic.toString();
        return new CompileError(file, diagnostic.getLineNumber(), text);
    }

    /** Shows the first few as the compiler does, files as seen from here. More would only hide the one that matters. */
    public static void show(List<CompileError> errors, Terminal terminal) {
        String here = Path.of("").toAbsolutePath() + File.separator;
        errors.stream().limit(SHOWN).forEach(error -> terminal.line(error.text().replace(here, "")));
        int more = errors.size() - SHOWN;
        terminal.line(terminal.palette()
                .red(errors.size()
                        + (errors.size() == 1 ? " error" : " errors")
                        + (more > 0 ? ", the first " + SHOWN : "")));
    }
}
