package io.kafkamastery.cli.grade.sandbox;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;

/** Loads the course's own classes of a week, tests among them. What is the learner's is left to {@link LearnersLoader}. */
final class CourseLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private LearnersLoader learners;

    CourseLoader(Collection<Path> classPath, ClassLoader kit) {
        super(classPath.stream().map(CourseLoader::url).toArray(URL[]::new), kit);
    }

    static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    void leaveTo(LearnersLoader loader) {
        learners = loader;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return learners != null && learners.owns(name) ? learners.loadClass(name) : super.loadClass(name, resolve);
    }

    /** JUnit looks for packages this way, and would not find the learner's otherwise. */
    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        List<URL> own = Collections.list(super.findResources(name));
        List<URL> theirs = learners != null && learners.owns(name.replace('/', '.') + ".")
                ? Collections.list(learners.findResources(name))
                : List.of();
        return Collections.enumeration(
                Stream.concat(own.stream(), theirs.stream()).toList());
    }
}
