package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.Ledger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

@Mistake(belief = "First take down that the order is dealt with, then deal with it", caughtBy = "2.6.c")
final class RemembersFirst extends Misguided {

    @Override
    void chargeOnce(ConsumerRecord<String, String> record, Ledger ledger) {
        String id = order(record).orderId();
        boolean[] isNew = new boolean[1];
        ledger.inTransaction(transaction -> {
            isNew[0] = !transaction.remembers(id);
            transaction.remember(id);
        });
        if (isNew[0]) {
            ledger.inTransaction(transaction -> transaction.charge(order(record)));
        }
    }
}
