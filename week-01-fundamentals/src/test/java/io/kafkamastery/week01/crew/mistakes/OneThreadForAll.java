package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Mistake(belief = "Several consumers are enough; one thread can poll them in turn", caughtBy = "1.6.a")
final class OneThreadForAll extends Misguided {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @Override
    public void hire(String worker) {
        Member member = new Member(worker, consumer(settings(worker)));
        onDuty.put(worker, member);
        thread.execute(() -> subscribe(member));
        thread.execute(() -> pollInTurn(member));
    }

    private void pollInTurn(Member member) {
        if (member.finishing) {
            member.consumer.close();
            onDuty.remove(member.name);
            return;
        }
        handle(member, member.consumer.poll(POLL));
        member.lookAtPartitions();
        thread.execute(() -> pollInTurn(member)); // when everybody else has had a turn
    }

    @Override
    public void dismiss(String worker) {
        Member member = onDuty.get(worker);
        if (member != null) {
            member.finishing = true;
        }
        while (onDuty.containsKey(worker)) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        List.copyOf(onDuty.keySet()).forEach(this::dismiss);
        thread.shutdown();
    }
}
