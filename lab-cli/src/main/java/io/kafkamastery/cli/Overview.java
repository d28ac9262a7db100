package io.kafkamastery.cli;

import io.kafkamastery.kit.report.Wrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** All commands on one screen, by what somebody wants to do. */
final class Overview implements IHelpSectionRenderer {

    private static final int NAME_WIDTH = 12;
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("Learn", List.of("list", "show", "watch", "check", "hint", "quiz", "progress"));
        GROUPS.put("Your code", List.of("run", "diff", "solution", "reset"));
        GROUPS.put("Your cluster", List.of("cluster"));
        GROUPS.put("For instructors", List.of("handout", "grade"));
        GROUPS.put("This machine", List.of("doctor", "bench", "completion"));
    }

    static void on(CommandLine root) {
        root.getHelpSectionMap().put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new Overview());
    }

    @Override
    public String render(Help help) {
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((title, names) -> {
            text.append('\n').append(title).append('\n');
            names.stream()
                    .filter(help.subcommands()::containsKey)
                    .forEach(name -> text.append(line(name, help.subcommands().get(name))));
        });
        text.append("\nKafka's own tools, by their own names, with your cluster's address added\n");
        text.append("  kafka-topics, kafka-console-producer, kafka-consumer-groups, … (")
                .append(io.kafkamastery.cli.tools.KafkaTools.names().size())
                .append(" of them)\n");
        return text.toString();
    }

    private static String line(String name, Help command) {
        String description =
                String.join(" ", command.commandSpec().usageMessage().description());
        List<String> lines = Wrapped.lines(description, Terminal.WIDTH - NAME_WIDTH - 2);
        StringBuilder text = new StringBuilder(String.format("  %-" + NAME_WIDTH + "s", name));
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? "" : " ".repeat(NAME_WIDTH + 2))
                    .append(lines.get(i))
                    .append('\n');
        }
        return text.toString();
    }
}
