package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Set;
import org.apache.kafka.common.errors.InterruptException;

@Mistake(belief = "An interrupt is the way to stop a thread, whatever it is doing", caughtBy = "1.6.c")
final class InterruptsTheHandler extends Misguided {

    @Override
    void work(Member member) {
        try {
            super.work(member);
        } catch (InterruptException e) {
            member.partitions = Set.of();
        }
    }

    @Override
    public void dismiss(String worker) {
        onDuty.get(worker).thread.interrupt();
        super.dismiss(worker);
    }
}
