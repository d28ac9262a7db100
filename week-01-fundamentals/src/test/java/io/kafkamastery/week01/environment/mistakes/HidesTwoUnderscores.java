package io.kafkamastery.week01.environment.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

@Mistake(belief = "A name that begins with two underscores is internal", caughtBy = "1.1.d")
final class HidesTwoUnderscores extends Misguided {

    @Override
    public Set<String> userTopics(String bootstrapServers, Duration timeout) {
        return super.userTopics(bootstrapServers, timeout).stream()
                .filter(name -> !name.startsWith("__"))
                .collect(Collectors.toSet());
    }
}
