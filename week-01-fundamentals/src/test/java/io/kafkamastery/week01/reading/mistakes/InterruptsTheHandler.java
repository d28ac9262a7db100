package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.reading.OrderHandler;
import io.kafkamastery.week01.reading.Rejects;
import org.apache.kafka.common.errors.InterruptException;

@Mistake(belief = "A thread is stopped by interrupting it", caughtBy = "1.3.e")
final class InterruptsTheHandler extends Misguided {

    private volatile Thread reading;

    @Override
    public void run(String bootstrapServers, String groupId, String topic, OrderHandler handler, Rejects rejects) {
        reading = Thread.currentThread();
        try {
            super.run(bootstrapServers, groupId, topic, handler, rejects);
        } catch (InterruptException e) {
            // that was stop()
        }
    }

    @Override
    public void stop() {
        super.stop();
        if (reading != null) {
            reading.interrupt();
        }
    }
}
