package io.kafkamastery.cli.grade.inspect;

import java.util.Map;
import java.util.Optional;

/**
 * Calls that honest code makes, and that would lead out of what graded code may see: looking for a class by its name, above
 * all. They are allowed because they are led to a doorkeeper instead, who answers for what the rules allow.
 *
 * @param name the doorkeeper's static method; it takes what the call takes, the object it is made on first
 */
record Redirections(String name) {

    private static final String CLASS = "java/lang/Class";

    private static final Map<String, Redirections> BY_CALL = Map.of(
            CLASS + ".forName(Ljava/lang/String;)Ljava/lang/Class;",
            new Redirections("forName"),
            CLASS + ".forName(Ljava/lang/String;ZLjava/lang/ClassLoader;)Ljava/lang/Class;",
            new Redirections("forName"),
            CLASS + ".getClassLoader()Ljava/lang/ClassLoader;",
            new Redirections("loaderOf"),
            CLASS + ".getConstructor([Ljava/lang/Class;)Ljava/lang/reflect/Constructor;",
            new Redirections("constructor"),
            CLASS + ".getDeclaredConstructor([Ljava/lang/Class;)Ljava/lang/reflect/Constructor;",
            new Redirections("constructor"),
            "java/lang/Thread.getContextClassLoader()Ljava/lang/ClassLoader;",
            new Redirections("loaderOf"),
            "com/fasterxml/jackson/databind/type/TypeFactory.findClass(Ljava/lang/String;)Ljava/lang/Class;",
            new Redirections("findClass"),
            "org/apache/kafka/common/utils/Utils.loadClass(Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Class;",
            new Redirections("loadClass"));

    /** Where a call is led to; nothing if it may go its own way. */
    static Optional<Redirections> of(String owner, String method, String descriptor) {
        return Optional.ofNullable(BY_CALL.get(owner + "." + method + descriptor));
    }
}
