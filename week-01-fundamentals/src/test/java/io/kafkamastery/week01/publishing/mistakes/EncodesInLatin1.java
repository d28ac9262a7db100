package io.kafkamastery.week01.publishing.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import java.nio.charset.StandardCharsets;

@Mistake(belief = "All our shops are in Western Europe, one byte a letter will do", caughtBy = "1.2.a")
final class EncodesInLatin1 extends Misguided {

    @Override
    byte[] value(Order order) throws JsonProcessingException {
        return JSON.writeValueAsString(order).getBytes(StandardCharsets.ISO_8859_1);
    }
}
