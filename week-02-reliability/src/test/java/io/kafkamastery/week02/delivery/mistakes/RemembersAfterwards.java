package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.Ledger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

@Mistake(belief = "Take down that the order is dealt with once that is true", caughtBy = "2.6.c")
final class RemembersAfterwards extends Misguided {

    @Override
    void chargeOnce(ConsumerRecord<String, String> record, Ledger ledger) {
        String id = order(record).orderId();
        boolean[] isNew = new boolean[1];
        ledger.inTransaction(transaction -> {
            isNew[0] = !transaction.remembers(id);
            if (isNew[0]) {
                transaction.charge(order(record));
            }
        });
        ledger.inTransaction(transaction -> transaction.remember(id));
    }
}
