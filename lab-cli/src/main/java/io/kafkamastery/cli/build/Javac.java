package io.kafkamastery.cli.build;

import io.kafkamastery.cli.Refusal;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The JDK's own compiler, in this JVM, with the options that the course's POM gives it. */
public final class Javac {

    private static final List<String> OPTIONS =
            List.of("--release", "17", "-g", "-parameters", "-proc:none", "-Xlint:none", "-implicit:none");

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final boolean keepsLibrariesOpen;
    private StandardJavaFileManager kept;

    public Javac() {
        this(false);
    }

    private Javac(boolean keepsLibrariesOpen) {
        this.keepsLibrariesOpen = keepsLibrariesOpen;
    }

    /** One that opens libraries once, until this JVM ends: whoever compiles again and again waits half as long. */
    static Javac keepingLibrariesOpen() {
        return new Javac(true);
    }

    /**
     * Compiles these sources together.
     *
     * @return the errors, in the compiler's words; none if all is well
     * @throws Refusal if this Java is not a JDK
     */
    public synchronized List<CompileError> compile(Collection<Path> sources, List<Path> classPath, Path classes) {
        if (compiler == null) {
            throw new Refusal("This Java (" + System.getProperty("java.home")
                    + ") has no compiler. Install a JDK, 17 or newer, and set JAVA_HOME to its folder.");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try {
            StandardJavaFileManager files = files();
            Files.createDirectories(classes);
            List<String> options = new java.util.ArrayList<>(OPTIONS);
            options.addAll(List.of("-d", classes.toString(), "-cp", joined(classPath), "-sourcepath", ""));
            boolean done;
            try {
                done = compiler.getTask(
                                null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources))
                        .call();
            } finally {
                if (!keepsLibrariesOpen) {
                    files.close();
                }
            }
            List<CompileError> errors = diagnostics.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .map(CompileError::of)
                    .toList();
            if (!done && errors.isEmpty()) {
                throw new IllegalStateException(
                        "The compiler failed without an error: " + diagnostics.getDiagnostics());
            }
            return errors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StandardJavaFileManager files() {
        if (kept != null) {
            return kept;
        }
        StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        if (keepsLibrariesOpen) {
            kept = files;
        }
        return files;
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
