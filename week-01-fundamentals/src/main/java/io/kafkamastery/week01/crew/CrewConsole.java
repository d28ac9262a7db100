package io.kafkamastery.week01.crew;

import java.time.Duration;
import java.time.Instant;
import java.util.Scanner;

/** Plays a crew by hand: reads commands from the keyboard, and prints what the workers are doing. */
public final class CrewConsole {

    private static final String COMMANDS =
            "hire NAME | dismiss NAME | roster | lag | rewind MINUTES (how far back) | quit";

    private final OrderCrew crew;
    private final String bootstrapServers;
    private final String groupId;
    private final String topic;

    public CrewConsole(OrderCrew crew, String bootstrapServers, String groupId, String topic) {
        this.crew = crew;
        this.bootstrapServers = bootstrapServers;
        this.groupId = groupId;
        this.topic = topic;
    }

    /** Returns when the player quits, or when there is no more input. */
    public void play() {
        crew.start(
                bootstrapServers,
                groupId,
                topic,
                (worker, order) -> System.out.printf(
                        "%s handled partition %d, offset %d: %s%n",
                        worker, order.partition(), order.offset(), order.value()));
        System.out.println("Group " + groupId + ", topic " + topic + ". Type: " + COMMANDS);
        Scanner keyboard = new Scanner(System.in);
        while (keyboard.hasNextLine()) {
            String[] words = keyboard.nextLine().strip().split("\\s+");
            if (words[0].equals("quit")) {
                return;
            }
            follow(words[0], words.length > 1 ? words[1] : "");
        }
    }

    private void follow(String command, String argument) {
        try {
            switch (command) {
                case "hire" -> crew.hire(argument);
                case "dismiss" -> crew.dismiss(argument);
                case "roster" -> System.out.println(crew.roster());
                case "lag" -> System.out.println(crew.lag(bootstrapServers, groupId, topic));
                case "rewind" ->
                    crew.rewind(
                            bootstrapServers,
                            groupId,
                            topic,
                            Instant.now().minus(Duration.ofMinutes(Long.parseLong(argument))));
                default -> System.out.println("Type: " + COMMANDS);
            }
        } catch (RuntimeException e) {
            System.out.println(command + " failed: " + e);
        }
    }
}
