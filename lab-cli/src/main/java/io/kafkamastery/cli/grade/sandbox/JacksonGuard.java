package io.kafkamastery.cli.grade.sandbox;

import com.fasterxml.jackson.databind.jsontype.impl.SubTypeValidator;
import io.kafkamastery.cli.grade.inspect.Rules;
import java.lang.reflect.Field;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.function.Predicate;

/**
 * Keeps Jackson from making objects of types that graded code may not use: it can call any public constructor that takes a
 * text, such as that of a file stream. Jackson asks a list of names before it does; this replaces the list by the rules.
 */
final class JacksonGuard {

    private JacksonGuard() {}

    /**
     * Before any graded code runs.
     *
     * @param own names of the learner's own classes
     * @throws IllegalStateException if this version of Jackson keeps its list elsewhere: then nothing may be graded
     */
    static void install(Rules rules, Predicate<String> own) {
        try {
            Field list = SubTypeValidator.class.getDeclaredField("_cfgIllegalClassNames");
            list.setAccessible(true);
            list.set(SubTypeValidator.instance(), new Refused(rules, own));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of Jackson cannot be kept from making objects", e);
        }
    }

    /** All names but those that are allowed. */
    private static final class Refused extends AbstractSet<String> {

        private final Rules rules;
        private final Predicate<String> own;

        Refused(Rules rules, Predicate<String> own) {
            this.rules = rules;
            this.own = own;
        }

        @Override
        public boolean contains(Object name) {
            return name instanceof String type && !own.test(type) && !rules.allowsType(type);
        }

        @Override
        public Iterator<String> iterator() {
            return Collections.emptyIterator();
        }

        @Override
        public int size() {
            return 0;
        }
    }
}
