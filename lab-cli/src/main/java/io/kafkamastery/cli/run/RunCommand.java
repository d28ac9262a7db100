package io.kafkamastery.cli.run;

import io.kafkamastery.cli.Refusal;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.build.CompileError;
import io.kafkamastery.cli.build.WeekBuild;
import io.kafkamastery.cli.cluster.LearnersCluster;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.course.LabSheet;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Plays a starter's {@code main}, in this JVM: so nothing is left behind when this is killed, and Ctrl-C reaches the
 * learner's code as it would without us.
 */
@Command(
        name = "run",
        description = "Play your code of a lab against your cluster: its main method, with these arguments.",
        footer = {
            "",
            "Without arguments it is given the address of your cluster.",
            "",
            "For example:",
            "  ${ROOT-COMMAND-NAME} run 1.3",
            "  ${ROOT-COMMAND-NAME} run 1.3 localhost:9092"
        })
public final class RunCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Course course;
    private final LearnersCluster learners;

    @Parameters(index = "0", paramLabel = "LAB", description = "For example 1.3.")
    private String id;

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "What main is given.")
    private List<String> arguments = new ArrayList<>();

    RunCommand(Terminal terminal, Course course, LearnersCluster learners) {
        this.terminal = terminal;
        this.course = course;
        this.learners = learners;
    }

    @Override
    public Integer call() throws Exception {
        LabSheet lab = course.lab(id);
        WeekBuild build = new WeekBuild(terminal, course, course.weekOf(lab));
        List<CompileError> errors = build.compile(List.of(lab)).errors();
        if (!errors.isEmpty()) {
            CompileError.show(errors, terminal);
            return 1;
        }
        if (arguments.isEmpty()) {
            arguments.add(learners.bootstrapServers());
        }
        return play(lab, build.classPath());
    }

    private int play(LabSheet lab, List<Path> classPath) throws Exception {
        URLClassLoader loader = new URLClassLoader(urls(classPath), RunCommand.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        try {
            main(lab, loader).invoke(null, (Object) arguments.toArray(String[]::new));
            return 0;
        } catch (InvocationTargetException e) {
            return died(e.getCause());
        }
    }

    private Method main(LabSheet lab, ClassLoader loader) {
        String name = lab.starterClass();
        try {
            Method main = loader.loadClass(name).getMethod("main", String[].class);
            main.setAccessible(true);
            return main;
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            throw new Refusal("There is no public static void main(String[]) in " + course.shown(lab.starter()) + ".");
        }
    }

    /** As Java itself would say it, but without the frames that are ours. */
    private int died(Throwable failure) {
        boolean isTodo = failure instanceof UnsupportedOperationException
                && String.valueOf(failure.getMessage()).startsWith("TODO");
        if (isTodo) {
            StackTraceElement place = failure.getStackTrace()[0];
            throw new Refusal(failure.getMessage() + " (" + place.getFileName() + ":" + place.getLineNumber() + ")");
        }
        StackTraceElement[] frames = failure.getStackTrace();
        int theirs = frames.length;
        while (theirs > 0 && !frames[theirs - 1].getMethodName().equals("main")) {
            theirs--;
        }
        terminal.err().println("Exception in your main: " + failure);
        for (int i = 0; i < Math.max(1, theirs) && i < frames.length; i++) {
            terminal.err().println("    at " + frames[i]);
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            terminal.err().println("Caused by: " + cause);
        }
        return 1;
    }

    private static URL[] urls(List<Path> classPath) throws MalformedURLException {
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath.get(i).toUri().toURL();
        }
        return urls;
    }
}
