package io.kafkamastery.cli;

import java.lang.reflect.Constructor;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Builds commands for picocli: each gets by its constructor what it says it needs. */
final class Rooms implements CommandLine.IFactory {

    private final Object[] known;

    Rooms(Object... known) {
        this.known = known;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        if (constructors.length != 1 || type.getPackageName().startsWith("java")) {
            return CommandLine.defaultFactory().create(type);
        }
        Object[] arguments =
                Stream.of(constructors[0].getParameterTypes()).map(this::find).toArray();
        constructors[0].setAccessible(true);
        return type.cast(constructors[0].newInstance(arguments));
    }

    private Object find(Class<?> type) {
        return Stream.of(known)
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody can give a command a " + type.getSimpleName()));
    }
}
