package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

@Mistake(belief = "Names of headers are the same in upper and lower case, as in HTTP", caughtBy = "1.2.c")
final class CapitalisesTheHeader extends Misguided {

    @Override
    void mark(Headers headers) {
        headers.add("Content-Type", "application/json".getBytes(StandardCharsets.UTF_8));
    }
}
