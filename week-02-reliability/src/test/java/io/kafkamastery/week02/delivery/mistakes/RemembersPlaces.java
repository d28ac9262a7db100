package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.Ledger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

@Mistake(belief = "Topic, partition and offset identify a record, and so its order", caughtBy = "2.6.c")
final class RemembersPlaces extends Misguided {

    @Override
    void chargeOnce(ConsumerRecord<String, String> record, Ledger ledger) {
        String place = record.topic() + "-" + record.partition() + "@" + record.offset();
        ledger.inTransaction(transaction -> {
            if (!transaction.remembers(place)) {
                transaction.remember(place);
                transaction.charge(order(record));
            }
        });
    }
}
