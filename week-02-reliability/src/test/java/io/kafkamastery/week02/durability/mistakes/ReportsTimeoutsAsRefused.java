package io.kafkamastery.week02.durability.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.durability.Fate;

@Mistake(belief = "A send that timed out has failed: the order is not in the topic", caughtBy = "2.2.d")
final class ReportsTimeoutsAsRefused extends Misguided {

    @Override
    Fate fateAfter(Order order, Exception failure) {
        return new Fate.Refused(order.orderId(), failure.toString());
    }
}
