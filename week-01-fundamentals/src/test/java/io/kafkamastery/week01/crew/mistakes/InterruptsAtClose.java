package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Set;
import org.apache.kafka.common.errors.InterruptException;

@Mistake(belief = "When everything is closed, what is still in hand may be cut short", caughtBy = "1.6.c")
final class InterruptsAtClose extends Misguided {

    @Override
    void work(Member member) {
        try {
            super.work(member);
        } catch (InterruptException e) {
            member.partitions = Set.of();
        }
    }

    @Override
    public void close() {
        onDuty.values().forEach(member -> {
            member.finishing = true;
            member.thread.interrupt(); // as shutdownNow() does with all threads of an executor
        });
        super.close();
    }
}
