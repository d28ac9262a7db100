package io.kafkamastery.cli.grade.inspect;

import com.fasterxml.jackson.databind.type.TypeFactory;
import java.lang.reflect.Constructor;

/**
 * Answers graded code's questions about classes, with what the rules allow and nothing else. Called by rewritten classes
 * only: graded code cannot name it.
 */
public final class Doorkeeper {

    private static volatile ClassLoader learners;
    private static volatile Rules rules;

    private Doorkeeper() {}

    /** Before any graded code runs. */
    public static void stand(ClassLoader learnersLoader, Rules rulesOfTheHouse) {
        learners = learnersLoader;
        rules = rulesOfTheHouse;
    }

    public static Class<?> forName(String name) throws ClassNotFoundException {
        return Class.forName(name, true, learners);
    }

    /** Whichever loader is asked for, there is one. */
    public static Class<?> forName(String name, boolean initialize, ClassLoader ignored) throws ClassNotFoundException {
        return Class.forName(name, initialize, learners);
    }

    public static Class<?> loadClass(String name, Class<?> base) throws ClassNotFoundException {
        return forName(name).asSubclass(base);
    }

    public static Class<?> findClass(TypeFactory jackson, String name) throws ClassNotFoundException {
        return forName(name);
    }

    public static ClassLoader loaderOf(Class<?> type) {
        return learners;
    }

    public static ClassLoader loaderOf(Thread thread) {
        return learners;
    }

    /** Public ones only, also where declared ones were asked for; of types that graded code may use. */
    public static Constructor<?> constructor(Class<?> type, Class<?>[] parameters) throws NoSuchMethodException {
        boolean own = type.getClassLoader() == learners;
        if (!own && !rules.allowsType(type.getName())) {
            throw new NoSuchMethodException(type.getName() + " does not exist for graded code");
        }
        return own ? type.getDeclaredConstructor(parameters) : type.getConstructor(parameters);
    }
}
