package io.kafkamastery.kit.cluster.docker;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the engine said about a failure, without the JSON around it and the pages after it. */
final class EngineMessage {

    private static final Pattern JSON = Pattern.compile("\\{\"message\":\"(.*)\"}", Pattern.DOTALL);

    private EngineMessage() {}

    static String of(Throwable failure) {
        String text = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        Matcher json = JSON.matcher(text);
        String message = json.find() ? json.group(1).replace("\\\"", "'").replace("\\n", "\n") : text;
        return message.strip().lines().findFirst().orElse("");
    }
}
