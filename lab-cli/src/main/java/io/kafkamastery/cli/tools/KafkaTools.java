package io.kafkamastery.cli.tools;

import io.kafkamastery.cli.Nearest;
import io.kafkamastery.cli.Refusal;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds a tool by its name, tells it where the learner's cluster is, and runs it. */
public final class KafkaTools {

    private static final String PREFIX = "kafka-";

    /** Those of Kafka's {@code bin/} that have no place here, and what to do instead. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "kafka-server-start", "Brokers are started with 'cluster up'.",
            "kafka-server-stop", "Brokers are ended with 'cluster down', and one of them with 'cluster kill 1'.",
            "kafka-run-class", "Tools are run by their names, without it.",
            "connect-standalone", "Kafka Connect has a week of its own, with its own ways to start it.",
            "connect-distributed", "Kafka Connect has a week of its own, with its own ways to start it.",
            "connect-mirror-maker", "Kafka Connect has a week of its own, with its own ways to start it.",
            "connect-plugin-path", "Kafka Connect has a week of its own, with its own ways to start it.",
            "trogdor", "Trogdor tests Kafka itself, and is no part of this course.");

    /** Those that do something useful without any argument; the others show how they are used. */
    private static final Set<String> NEED_NO_ARGUMENTS = Set.of("kafka-broker-api-versions", "kafka-get-offsets");

    private KafkaTools() {}

    /** Whether that may be meant as the name of a tool, rightly spelt or not. */
    public static boolean isMeant(String word) {
        return word.startsWith(PREFIX) || ELSEWHERE.containsKey(plain(word));
    }

    /** The names of all tools. */
    public static List<String> names() {
        return KafkaTool.ALL.stream().map(KafkaTool::name).toList();
    }

    /**
     * Runs a tool as Kafka's script of that name would. Most tools end the JVM themselves.
     *
     * @param bootstrapServers is asked if the tool needs an address that the arguments do not have
     * @throws Refusal if there is no such tool, naming those that come near
     */
    public static void run(String name, List<String> arguments, Supplier<String> bootstrapServers) throws Exception {
        KafkaTool tool = find(plain(name));
        ToolLog.quieten();
        List<String> all = addressed(tool, arguments, bootstrapServers);
        try {
            Class.forName(tool.mainClass()).getMethod("main", String[].class).invoke(null, (Object)
                    all.toArray(String[]::new));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    private static String plain(String name) {
        return name.replaceAll("\\.(sh|bat)$", "");
    }

    private static KafkaTool find(String name) {
        if (ELSEWHERE.containsKey(name)) {
            throw new Refusal(name + " is not among the tools here. " + ELSEWHERE.get(name));
        }
        return KafkaTool.ALL.stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal("Kafka has no tool " + name + "." + question(name)));
    }

    private static String question(String name) {
        List<String> known =
                names().stream().map(tool -> tool.substring(PREFIX.length())).toList();
        List<String> near = Nearest.to(name.substring(PREFIX.length()), known);
        String question = Nearest.question(near.stream().map(PREFIX::concat).toList());
        return question.isEmpty() ? " Its tools are:\n  " + String.join("\n  ", names()) : question;
    }

    static List<String> addressed(KafkaTool tool, List<String> arguments, Supplier<String> bootstrapServers) {
        boolean asksForHelp = (arguments.isEmpty() && !NEED_NO_ARGUMENTS.contains(tool.name()))
                || arguments.stream()
                        .anyMatch(word -> Stream.of("--help", "-h", "--version").anyMatch(word::equals));
        boolean hasAddress =
                arguments.stream().anyMatch(word -> word.startsWith("--bootstrap") || word.startsWith("--broker-list"));
        if (tool.address() == KafkaTool.Address.NONE || asksForHelp || hasAddress) {
            return arguments;
        }
        String option = tool.address() == KafkaTool.Address.BROKER_LIST ? "--broker-list" : "--bootstrap-server";
        List<String> address = List.of(option, bootstrapServers.get());
        List<String> all = new ArrayList<>(arguments);
        all.addAll(tool.address() == KafkaTool.Address.LAST ? all.size() : 0, address);
        return all;
    }
}
