package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.crew.Roster;

@Mistake(belief = "What is shared by threads is safe when every method is synchronized", caughtBy = "1.6.c")
final class LocksTheWholeCrew extends Misguided {

    @Override
    public synchronized void dismiss(String worker) {
        super.dismiss(worker);
    }

    @Override
    public synchronized Roster roster() {
        return super.roster();
    }
}
