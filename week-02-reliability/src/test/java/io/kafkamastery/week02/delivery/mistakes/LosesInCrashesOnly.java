package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.Guarantee;
import io.kafkamastery.week02.delivery.TraceEvent;
import io.kafkamastery.week02.delivery.TraceEvent.Committed;
import io.kafkamastery.week02.delivery.TraceEvent.Crashed;
import io.kafkamastery.week02.delivery.solution.OrderProcessorSolution;
import java.util.List;
import java.util.Set;

@Mistake(belief = "Where nothing has crashed, nothing is lost", caughtBy = "2.6.d")
final class LosesInCrashesOnly extends Misguided {

    @Override
    public Set<Guarantee> guaranteesOf(List<TraceEvent> trace) {
        boolean crashed = trace.stream().anyMatch(Crashed.class::isInstance);
        List<TraceEvent> misread = trace.stream()
                .filter(event -> crashed || !(event instanceof Committed))
                .toList();
        return new OrderProcessorSolution().guaranteesOf(misread);
    }
}
