package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "Any hash of the customer keeps a customer's orders together", caughtBy = "1.2.b")
final class ChoosesThePartitionItself extends Misguided {

    @Override
    Integer partition(Order order) {
        return Math.floorMod(
                order.customerId().hashCode(), producer.partitionsFor(topic).size());
    }
}
