package io.kafkamastery.week01.publishing.mistakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;

@Mistake(belief = "Every number in JSON is a double anyway", caughtBy = "1.2.a")
final class CountsCentsInDoubles extends Misguided {

    @Override
    byte[] value(Order order) throws JsonProcessingException {
        ObjectNode json = JSON.valueToTree(order);
        json.put("cents", (double) order.cents());
        return JSON.writeValueAsBytes(json);
    }
}
