package io.kafkamastery.week02.durability.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.durability.Fate;

@Mistake(belief = "After an exception one can never be certain", caughtBy = "2.2.d")
final class CallsEveryFailureUnknown extends Misguided {

    @Override
    Fate fateAfter(Order order, Exception failure) {
        return new Fate.Unknown(order.orderId(), failure.toString());
    }
}
