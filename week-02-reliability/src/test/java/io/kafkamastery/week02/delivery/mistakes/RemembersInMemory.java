package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.Ledger;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

@Mistake(belief = "A set of the ids that have been charged is enough", caughtBy = "2.6.c")
final class RemembersInMemory extends Misguided {

    private final Set<String> charged = new HashSet<>();

    @Override
    void chargeOnce(ConsumerRecord<String, String> record, Ledger ledger) {
        if (charged.add(order(record).orderId())) {
            ledger.inTransaction(transaction -> transaction.charge(order(record)));
        }
    }
}
