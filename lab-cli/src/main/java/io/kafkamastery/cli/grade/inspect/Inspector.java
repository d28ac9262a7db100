package io.kafkamastery.cli.grade.inspect;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Looks through compiled classes for what the rules do not allow, before any of them is loaded. It sees each type, method
 * and field that a class names, so that nothing can be reached that is not named there.
 */
public final class Inspector {

    /** The version of ASM's interface. */
    static final int ASM = Opcodes.ASM9;

    private final Rules rules;
    private final ClassLoader library;

    /** @param library finds the types that learners' classes may use; they are looked at, never initialised */
    public Inspector(Rules rules, ClassLoader library) {
        this.rules = rules;
        this.library = library;
    }

    /**
     * Inspects classes that are to be loaded together.
     *
     * @param classes class files
     * @param packages where they may stand
     * @param subjects names of those to be inspected; the others are only known
     * @return what was found, in the order of the classes' names and lines
     */
    public SortedSet<Violation> inspect(
            Collection<byte[]> classes, Collection<String> packages, Predicate<String> subjects) {
        Map<String, ClassReader> own = new LinkedHashMap<>();
        for (byte[] bytes : classes) {
            ClassReader reader = new ClassReader(bytes);
            own.put(reader.getClassName().replace('/', '.'), reader);
        }
        Types types = new Types(rules, library, own);
        SortedSet<Violation> violations = new TreeSet<>();
        own.forEach((name, reader) -> {
            if (!subjects.test(name)) {
                return;
            }
            if (packages.stream().noneMatch(room -> standsIn(name, room))) {
                violations.add(new Violation(name, 0, "it stands outside its lab's starter package"));
            }
            Findings findings = new Findings(name, violations);
            reader.accept(new ClassCheck(types, findings), ClassReader.SKIP_FRAMES);
        });
        return violations;
    }

    private static boolean standsIn(String type, String room) {
        return type.startsWith(room + ".");
    }

    /** What is found in one class, and where its code is being read. */
    static final class Findings {

        private final String type;
        private final Collection<Violation> violations;
        private int line;

        Findings(String type, Collection<Violation> violations) {
            this.type = type;
            this.violations = violations;
        }

        String type() {
            return type;
        }

        void atLine(int number) {
            line = number;
        }

        void add(String what) {
            violations.add(new Violation(type, line, what));
        }
    }
}
