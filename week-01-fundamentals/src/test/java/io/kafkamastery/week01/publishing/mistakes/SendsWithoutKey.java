package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "A record is a value; the key is optional", caughtBy = "1.2.b")
final class SendsWithoutKey extends Misguided {

    @Override
    String key(Order order) {
        return null;
    }
}
