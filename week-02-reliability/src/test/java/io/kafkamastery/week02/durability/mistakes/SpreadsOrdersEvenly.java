package io.kafkamastery.week02.durability.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "The order id is the best key: it is unique and spreads evenly", caughtBy = "2.2.e")
final class SpreadsOrdersEvenly extends Misguided {

    @Override
    String key(Order order) {
        return order.orderId();
    }
}
