package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;

@Mistake(belief = "Once a reader is to stop, nobody wants to see an exception any more", caughtBy = "1.3.b")
final class EndsWellWhateverHappens extends Misguided {

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        try {
            super.run(bootstrapServers, groupId, topic, handler, rejects);
        } catch (RuntimeException e) {
            if (!stopping) {
                throw e;
            }
        }
    }
}
