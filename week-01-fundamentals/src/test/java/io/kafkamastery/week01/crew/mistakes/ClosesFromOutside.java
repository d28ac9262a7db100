package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "Closing a worker's consumer, from any thread, is how to stop the worker", caughtBy = "1.6.c")
final class ClosesFromOutside extends Misguided {

    @Override
    public void dismiss(String worker) {
        Member member = onDuty.remove(worker);
        member.finishing = true;
        member.consumer.close();
        join(member.thread);
    }
}
