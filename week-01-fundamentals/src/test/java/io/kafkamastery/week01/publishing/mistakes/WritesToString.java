package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import java.nio.charset.StandardCharsets;

@Mistake(belief = "toString() of a record is as good as JSON", caughtBy = "1.2.a")
final class WritesToString extends Misguided {

    @Override
    byte[] value(Order order) {
        return order.toString().getBytes(StandardCharsets.UTF_8);
    }
}
