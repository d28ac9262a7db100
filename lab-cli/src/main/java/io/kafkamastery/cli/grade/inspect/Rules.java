package io.kafkamastery.cli.grade.inspect;

import io.kafkamastery.kit.lab.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What learners' classes may use: what the file {@code rules.txt} names, and what the course itself gives them. All else is
 * refused, so that whatever nobody has thought of is refused as well.
 */
public final class Rules {

    private static final String FILE = "rules.txt";

    private final Map<String, Rule> rules = new HashMap<>();
    private final Set<String> courseTypes;

    /** What is said about one type, package, or package with all below it. */
    private record Rule(boolean allowed, Members members, Set<String> names) {

        boolean permits(String member, String parameter) {
            return switch (members) {
                case ALL -> true;
                case ONLY -> names.contains(member);
                case EXCEPT -> !names.contains(member) && !names.contains(member + ":" + parameter);
            };
        }
    }

    private enum Members {
        ALL,
        ONLY,
        EXCEPT
    }

    private Rules(Set<String> courseTypes) {
        this.courseTypes = courseTypes;
    }

    /**
     * The rules for labs.
     *
     * @param courseTypes binary names of what the course gives to learners, such as contracts
     * @param permissions sections of the file that apply as well, such as {@code read-files}
     */
    public static Rules forLabs(Collection<String> courseTypes, Collection<String> permissions) {
        Rules rules = new Rules(Set.copyOf(courseTypes));
        rules.read(permissions);
        return rules;
    }

    /** The section of the file that applies with a permission. */
    public static String sectionOf(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void read(Collection<String> permissions) {
        String section = "";
        for (String line : lines()) {
            String text = line.replaceFirst("#.*", "").strip();
            if (text.startsWith("[")) {
                section = text.substring(1, text.length() - 1);
            } else if (!text.isEmpty() && (section.isEmpty() || permissions.contains(section))) {
                add(text.split("\\s+"));
            }
        }
    }

    private static List<String> lines() {
        try (InputStream file = Rules.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code TYPE}, {@code TYPE only a b}, {@code TYPE except a b}, or {@code never TYPE}. */
    private void add(String[] words) {
        boolean never = words[0].equals("never");
        if (never || words.length == 1) {
            Arrays.stream(words)
                    .skip(never ? 1 : 0)
                    .forEach(name -> rules.put(name, new Rule(!never, Members.ALL, Set.of())));
            return;
        }
        Members members = Members.valueOf(words[1].toUpperCase(Locale.ROOT));
        Set<String> names = new HashSet<>(Arrays.asList(words).subList(2, words.length));
        Rule before = rules.get(words[0]);
        if (before != null && before.members() == members) {
            names.addAll(before.names());
        }
        rules.put(words[0], new Rule(true, members, names));
    }

    /** Whether a type may be named at all. */
    public boolean allowsType(String type) {
        return courseTypes.contains(outermost(type))
                || ruleFor(type).filter(Rule::allowed).isPresent();
    }

    /** Whether a type's own rule limits which of its members may be used. */
    boolean limitsMembersOf(String type) {
        Rule rule = rules.get(type);
        return rule != null && rule.members() != Members.ALL;
    }

    /**
     * Whether that member, declared by that very type, may be used.
     *
     * @param parameter the simple name of its first parameter's type, which tells overloads apart; may be empty
     */
    boolean allowsMember(String type, String member, String parameter) {
        Rule rule = rules.get(type);
        return rule == null || rule.permits(member, parameter);
    }

    /** The rule that speaks most precisely about a type: its own, its outermost type's, its package's, a package above. */
    private Optional<Rule> ruleFor(String type) {
        Rule own = rules.get(type);
        if (own != null) {
            return Optional.of(own);
        }
        String outer = outermost(type);
        if (rules.containsKey(outer)) {
            return Optional.of(rules.get(outer));
        }
        int dot = outer.lastIndexOf('.');
        String room = dot < 0 ? "" : outer.substring(0, dot);
        if (rules.containsKey(room + ".*")) {
            return Optional.of(rules.get(room + ".*"));
        }
        for (; !room.isEmpty(); room = room.substring(0, Math.max(0, room.lastIndexOf('.')))) {
            if (rules.containsKey(room + ".**")) {
                return Optional.of(rules.get(room + ".**"));
            }
        }
        return Optional.empty();
    }

    private static String outermost(String type) {
        int nested = type.indexOf('$', type.lastIndexOf('.') + 2);
        return nested < 0 ? type : type.substring(0, nested);
    }
}
