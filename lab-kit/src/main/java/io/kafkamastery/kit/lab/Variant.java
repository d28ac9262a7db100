package io.kafkamastery.kit.lab;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Which implementation of a lab's contract is under test: found by where it stands, in the packages {@code starter},
 * {@code solution}, {@code mistakes} and {@code alternatives} beside the contract.
 *
 * @param name {@code starter}, {@code solution}, or the simple name of a mistake or an alternative
 */
public record Variant(String name) {

    public static final String PARAMETER = "lab.variant";
    public static final Variant STARTER = new Variant("starter");
    public static final Variant SOLUTION = new Variant("solution");

    private static final List<String> NAMED_PACKAGES = List.of("alternatives", "mistakes");

    /**
     * The class that implements the contract in this variant.
     *
     * @throws ExtensionConfigurationException if there is none or more than one; the message lists what there is
     */
    public Class<?> implementationOf(Class<?> contract) {
        boolean byPackage = equals(STARTER) || equals(SOLUTION);
        List<Class<?>> found = byPackage
                ? implementations(contract, name)
                : NAMED_PACKAGES.stream()
                        .flatMap(room -> implementations(contract, room).stream())
                        .<Class<?>>filter(type -> type.getSimpleName().equals(name))
                        .toList();
        if (found.size() > 1) {
            found = found.stream()
                    .<Class<?>>filter(type -> type.getSimpleName().equals("My" + contract.getSimpleName()))
                    .toList();
        }
        if (found.size() != 1) {
            throw new ExtensionConfigurationException(complaint(contract, byPackage));
        }
        return found.get(0);
    }

    private String complaint(Class<?> contract, boolean byPackage) {
        String contractName = contract.getSimpleName();
        if (byPackage && Modifier.isInterface(contract.getModifiers())) {
            List<Class<?>> there = implementations(contract, name);
            String where = contract.getPackageName() + "." + name;
            return there.isEmpty()
                    ? "No class in " + where + " implements " + contractName + " and can be created without arguments"
                    : "Several classes in " + where + " implement " + contractName + " (" + names(there)
                            + "): name the one to check My" + contractName;
        }
        List<Class<?>> known = NAMED_PACKAGES.stream()
                .flatMap(room -> implementations(contract, room).stream())
                .toList();
        return "Unknown variant '" + name + "' of " + contractName + " in -D" + PARAMETER + ": choose starter, solution"
                + (known.isEmpty() ? "" : ", " + names(known)) + ".";
    }

    private static String names(List<Class<?>> types) {
        return types.stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
    }

    /** All implementations in one of the rooms beside the contract, sorted by name. */
    static List<Class<?>> implementations(Class<?> contract, String room) {
        return ReflectionSupport.findAllClassesInPackage(
                        contract.getPackageName() + "." + room,
                        type -> contract.isAssignableFrom(type) && canBeCreated(type),
                        name -> true)
                .stream()
                .sorted(Comparator.comparing(Class::getSimpleName))
                .collect(Collectors.toList());
    }

    private static boolean canBeCreated(Class<?> type) {
        return !type.isInterface()
                && !Modifier.isAbstract(type.getModifiers())
                && Stream.of(type.getDeclaredConstructors()).anyMatch(c -> c.getParameterCount() == 0);
    }

    /**
     * A new instance of the contract in this variant.
     *
     * @throws Throwable what its constructor throws
     */
    Object create(Class<?> contract) throws Throwable {
        Constructor<?> constructor = implementationOf(contract).getDeclaredConstructor();
        constructor.setAccessible(true);
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
