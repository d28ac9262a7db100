package io.kafkamastery.week02.delivery.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.delivery.Guarantee;
import io.kafkamastery.week02.delivery.TraceEvent;
import io.kafkamastery.week02.delivery.TraceEvent.Written;
import io.kafkamastery.week02.delivery.solution.OrderProcessorSolution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Mistake(belief = "An order stands where it was written last", caughtBy = "2.6.d")
final class KnowsTheLastPlace extends Misguided {

    @Override
    public Set<Guarantee> guaranteesOf(List<TraceEvent> trace) {
        Map<String, Written> places = new HashMap<>();
        for (TraceEvent event : trace) {
            if (event instanceof Written written) {
                places.put(written.orderId(), written);
            }
        }
        List<TraceEvent> misread = trace.stream()
                .filter(event -> !(event instanceof Written) || places.containsValue(event))
                .toList();
        return new OrderProcessorSolution().guaranteesOf(misread);
    }
}
