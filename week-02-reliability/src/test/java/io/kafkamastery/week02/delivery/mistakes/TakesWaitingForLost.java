package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.Guarantee;
import io.kafkamastery.week02.delivery.TraceEvent;
import io.kafkamastery.week02.delivery.solution.OrderProcessorSolution;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@Mistake(belief = "An order that has not taken effect is lost", caughtBy = "2.6.d")
final class TakesWaitingForLost extends Misguided {

    @Override
    public Set<Guarantee> guaranteesOf(List<TraceEvent> trace) {
        // As if the group had committed beyond everything; the rest is right.
        List<TraceEvent> misread = Stream.concat(
                        trace.stream(),
                        IntStream.range(0, 10).mapToObj(partition -> new TraceEvent.Committed(partition, 1_000)))
                .toList();
        return new OrderProcessorSolution().guaranteesOf(misread);
    }
}
