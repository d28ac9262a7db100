package io.kafkamastery.cli.grade.sandbox;

import io.kafkamastery.cli.grade.inspect.Doorkeeper;
import io.kafkamastery.cli.grade.inspect.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Enumeration;

/**
 * Loads learners' classes, and is all of the world that they see: JUnit, the kit, the tests and whatever else the rules do
 * not name do not exist there, also not for somebody who puts a class's name together at run time.
 */
final class LearnersLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    /**
     * The virtual machine looks there for what makes lambdas and records work, and reflection when it has called a
     * constructor so often that it is worth a class. The inspection lets nobody name it.
     */
    private static final Collection<String> MACHINERY =
            java.util.List.of("java.lang.invoke.", "java.lang.runtime.", "jdk.internal.reflect.");

    private final ClassLoader course;
    private final Rules rules;
    private final Collection<String> packages;
    private final Collection<String> beside;
    private final Path classes;

    /**
     * @param packages the learner's own
     * @param beside the packages that the tests stand in, each with a dot at its end
     */
    LearnersLoader(
            Path classes, Collection<String> packages, Collection<String> beside, Rules rules, ClassLoader course) {
        super(new URL[] {CourseLoader.url(classes)}, null);
        this.classes = classes;
        this.packages = packages;
        this.beside = beside;
        this.rules = rules;
        this.course = course;
    }

    /** Whether a class of that name is the learner's. */
    boolean owns(String name) {
        return packages.stream().anyMatch(room -> name.startsWith(room + "."));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!owns(name)) {
                if (name.equals(Doorkeeper.class.getName())) {
                    return Doorkeeper.class;
                }
                if (rules.allowsType(name) || MACHINERY.stream().anyMatch(name::startsWith)) {
                    return course.loadClass(name);
                }
                if (beside.stream().anyMatch(name::startsWith)) {
                    return dataOf(name);
                }
                throw new ClassNotFoundException(name + " does not exist for graded code");
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    /** A test may ask for its own data to be read: a record or an enum beside it, by its name. */
    private Class<?> dataOf(String name) throws ClassNotFoundException {
        Class<?> type = course.loadClass(name);
        if (type.isRecord() || type.isEnum()) {
            return type;
        }
        throw new ClassNotFoundException(name + " does not exist for graded code");
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        Path file = classes.resolve(name.replace('.', '/') + ".class");
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** There is nothing to be read but what Java asks for itself. */
    @Override
    public URL getResource(String name) {
        return null;
    }

    @Override
    public Enumeration<URL> getResources(String name) {
        return java.util.Collections.emptyEnumeration();
    }
}
