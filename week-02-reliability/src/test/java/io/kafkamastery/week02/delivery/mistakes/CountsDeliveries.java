package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.Guarantee;
import io.kafkamastery.week02.delivery.TraceEvent;
import io.kafkamastery.week02.delivery.solution.OrderProcessorSolution;
import java.util.List;
import java.util.Set;

@Mistake(belief = "What has been delivered has been done, and twice if it was delivered twice", caughtBy = "2.6.d")
final class CountsDeliveries extends Misguided {

    @Override
    public Set<Guarantee> guaranteesOf(List<TraceEvent> trace) {
        // Judged by what was delivered rather than by what took effect; the rest is right.
        List<TraceEvent> misread = trace.stream()
                .filter(event -> !(event instanceof TraceEvent.TookEffect))
                .map(event -> event instanceof TraceEvent.Delivered delivered
                        ? new TraceEvent.TookEffect(delivered.orderId())
                        : event)
                .toList();
        return new OrderProcessorSolution().guaranteesOf(misread);
    }
}
