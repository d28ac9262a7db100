package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.kit.lab.Mistake;
import java.nio.charset.StandardCharsets;

@Mistake(belief = "JSON is only a matter of braces and quotation marks", caughtBy = "1.2.a")
final class GluesJsonTogether extends Misguided {

    @Override
    byte[] value(Order order) {
        String json = String.format(
                "{\"orderId\":\"%s\",\"customerId\":\"%s\",\"shop\":\"%s\",\"item\":\"%s\",\"cents\":%d,\"placedAt\":\"%s\"}",
                order.orderId(), order.customerId(), order.shop(), order.item(), order.cents(), order.placedAt());
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
