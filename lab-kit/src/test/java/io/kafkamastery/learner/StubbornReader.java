package io.kafkamastery.learner;

import java.util.concurrent.CountDownLatch;

/** Code that does not stop unless it is interrupted. */
public final class StubbornReader {

    private final CountDownLatch never = new CountDownLatch(1);

    public void read(CountDownLatch started) throws InterruptedException {
        started.countDown();
        never.await();
    }
}
