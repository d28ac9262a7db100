package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "A worker that was told to stop has stopped", caughtBy = "1.6.c")
final class DoesNotWaitForTheEnd extends Misguided {

    @Override
    public void dismiss(String worker) {
        onDuty.remove(worker).finishing = true;
    }
}
