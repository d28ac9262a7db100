package io.kafkamastery.cli.tools;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What tools log: warnings, as with Kafka's own scripts, but each of them once. A client that waits for a topic or a broker
 * would otherwise fill the screen with the same sentence.
 */
final class ToolLog extends PrintStream {

    private final Set<String> said = ConcurrentHashMap.newKeySet();

    private ToolLog(PrintStream out) {
        super(out, true, StandardCharsets.UTF_8);
    }

    /** Must come before the first log line, because the logger keeps the stream that it finds then. */
    static void quieten() {
        String settings = "org.slf4j.simpleLogger.";
        System.setProperty(settings + "log.org.apache.kafka", "warn");
        System.setProperty(settings + "showThreadName", "false");
        // It prints the same message without a stack trace too.
        System.setProperty(settings + "log.org.apache.kafka.tools.TopicCommand", "off");
        System.setErr(new ToolLog(System.err));
    }

    @Override
    public void println(String line) {
        boolean again = line.startsWith("WARN ") && !said.add(line.replaceAll("\\d+", "#"));
        if (!again) {
            super.println(line);
        }
    }
}
