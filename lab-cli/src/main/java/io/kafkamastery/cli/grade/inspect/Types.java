package io.kafkamastery.cli.grade.inspect;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/** What is known about types while classes are inspected: the learner's own by their class files, all others as loaded. */
final class Types {

    private final Rules rules;
    private final ClassLoader library;
    private final Map<String, ClassReader> own;
    private final Map<String, Optional<Class<?>>> loaded = new HashMap<>();

    Types(Rules rules, ClassLoader library, Map<String, ClassReader> own) {
        this.rules = rules;
        this.library = library;
        this.own = own;
    }

    boolean isOwn(String type) {
        return own.containsKey(type);
    }

    boolean allows(String type) {
        return isOwn(type) || rules.allowsType(type);
    }

    /**
     * Whether a member may be used by that name on that type: none of the types that it could be declared by forbids it.
     *
     * @param descriptor of a method, or of a field's type
     */
    boolean allowsMember(String owner, String name, String descriptor) {
        // Constructors are not inherited.
        Set<String> declarers = name.equals("<init>") ? Set.of(owner) : lineage(owner);
        for (String type : declarers) {
            if (!isOwn(type) && rules.limitsMembersOf(type) && forbids(type, name, descriptor)) {
                return false;
            }
        }
        return true;
    }

    private boolean forbids(String type, String name, String descriptor) {
        return !rules.allowsMember(type, name, first(descriptor)) && declares(type, name);
    }

    /** The simple name of a method's first parameter, for rules that tell overloads apart. */
    private static String first(String descriptor) {
        if (!descriptor.startsWith("(")) {
            return "";
        }
        Type[] parameters = Type.getArgumentTypes(descriptor);
        String name = parameters.length == 0 ? "" : parameters[0].getClassName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** What is not known declares everything. */
    private boolean declares(String type, String name) {
        Optional<Class<?>> known = load(type);
        if (known.isEmpty() || name.equals("<init>")) {
            return true;
        }
        Class<?> declaring = known.get();
        return Stream.of(declaring.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals(name))
                || Stream.of(declaring.getDeclaredFields()).map(Field::getName).anyMatch(name::equals);
    }

    /** The type, its superclasses and its interfaces. */
    Set<String> lineage(String type) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(type));
        while (!left.isEmpty()) {
            String next = left.poll();
            if (all.add(next)) {
                left.addAll(parents(next));
            }
        }
        return all;
    }

    private Collection<String> parents(String type) {
        ClassReader reader = own.get(type);
        if (reader != null) {
            return Stream.concat(Stream.of(reader.getSuperName()), Stream.of(reader.getInterfaces()))
                    .map(name -> name.replace('/', '.'))
                    .toList();
        }
        return load(type)
                .map(known -> Stream.concat(
                                Stream.ofNullable(known.getSuperclass()), Stream.<Class<?>>of(known.getInterfaces()))
                        .map(Class::getName)
                        .toList())
                .orElse(List.of());
    }

    private Optional<Class<?>> load(String type) {
        return loaded.computeIfAbsent(type, name -> {
            try {
                return Optional.of(Class.forName(name, false, library));
            } catch (ClassNotFoundException | LinkageError unknown) {
                return Optional.empty();
            }
        });
    }
}
