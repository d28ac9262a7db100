package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.Guarantee;
import io.kafkamastery.week02.delivery.TraceEvent;
import io.kafkamastery.week02.delivery.solution.OrderProcessorSolution;
import java.util.List;
import java.util.Set;

@Mistake(belief = "A committed offset is that of the last order that was processed", caughtBy = "2.6.d")
final class TakesTheCommittedForDone extends Misguided {

    @Override
    public Set<Guarantee> guaranteesOf(List<TraceEvent> trace) {
        List<TraceEvent> misread = trace.stream()
                .map(event -> event instanceof TraceEvent.Committed committed
                        ? new TraceEvent.Committed(committed.partition(), committed.offset() + 1)
                        : event)
                .toList();
        return new OrderProcessorSolution().guaranteesOf(misread);
    }
}
