package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "Order is only kept if everything is in one partition", caughtBy = "1.2.b")
final class PutsAllIntoOnePartition extends Misguided {

    @Override
    Integer partition(Order order) {
        return 0;
    }
}
