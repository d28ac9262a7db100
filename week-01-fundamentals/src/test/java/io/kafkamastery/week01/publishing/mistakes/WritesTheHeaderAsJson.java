package io.kafkamastery.week01.publishing.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kafkamastery.kit.lab.Mistake;
import org.apache.kafka.common.header.Headers;

@Mistake(belief = "A header is a value like any other, so it goes through the JSON mapper", caughtBy = "1.2.c")
final class WritesTheHeaderAsJson extends Misguided {

    @Override
    void mark(Headers headers) {
        try {
            headers.add("content-type", JSON.writeValueAsBytes("application/json")); // with quotation marks
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
