package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.publishing.Placement;
import java.util.concurrent.CompletionStage;

@Mistake(belief = "send() only queues a record, flush() sends it", caughtBy = "1.2.f")
final class FlushesEachOrder extends Misguided {

    @Override
    public CompletionStage<Placement> publish(Order order) {
        CompletionStage<Placement> fate = super.publish(order);
        producer.flush();
        return fate;
    }
}
