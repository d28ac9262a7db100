package io.kafkamastery.kit.jvm;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM beside the test's own, set up as that is, with the same limits and the same classes. It ends with the JVM that
 * started it. Tests start JVMs in no other way, so that whoever grades can put the same walls around them.
 */
public final class SecondJvm {

    /** A system property: the class whose {@code main} comes first there, instead of {@link SecondMain}. */
    public static final String ENTRANCE = "lab.second-jvm.entrance";

    /** Settings that are passed on, by the beginnings of their names. */
    private static final List<String> PASSED_ON =
            List.of("lab.", "org.slf4j.", "org.apache.kafka.", "java.io.tmpdir", "user.home", "file.encoding");

    private final Class<?> program;
    private final List<String> options = new ArrayList<>();

    private SecondJvm(Class<?> program) {
        this.program = program;
    }

    /** One that is to run the {@code main} of this class, public or not. */
    public static SecondJvm running(Class<?> program) {
        return new SecondJvm(program);
    }

    /** With an option of the {@code java} command on top of the test's own. */
    public SecondJvm with(String option) {
        options.add(option);
        return this;
    }

    /**
     * Starts it, errors on its standard output. Its standard input is left alone: the end of that is the end of the JVM.
     *
     * @param arguments for the program
     */
    public Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-X") || argument.startsWith("--enable-native-access"))
                .forEach(command::add);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> PASSED_ON.stream().anyMatch(name::startsWith))
                .sorted()
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(options);
        command.add(System.getProperty(ENTRANCE, SecondMain.class.getName()));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // On Windows, a command line has no room for it.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }
}
