package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "The key has to be unique, as in a database", caughtBy = "1.2.b")
final class KeysByOrder extends Misguided {

    @Override
    String key(Order order) {
        return order.orderId();
    }
}
