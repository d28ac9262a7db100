package io.kafkamastery.week01.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kafkamastery.kestrel.Order;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Judges the value of a record as a strict reader would, and lets pass whatever means the same order. */
final class OrderJson {

    /** Takes numbers as they are written: reading through a double would hide what was lost in writing. */
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int SHOWN = 200;

    private final Order expected;
    private final JsonNode fields;

    private OrderJson(Order expected, JsonNode fields) {
        this.expected = expected;
        this.fields = fields;
    }

    /** @throws AssertionError saying what a reader would stumble over, or what it would read instead of the order */
    static void check(byte[] value, Order expected) {
        String text = utf8(value, expected);
        new OrderJson(expected, object(text, expected)).checkFields();
    }

    private static String utf8(byte[] value, Order expected) {
        if (value == null) {
            throw new AssertionError("The record of " + expected.orderId() + " has no value.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError(
                    "The value of " + expected.orderId() + " is not valid UTF-8; read as Latin-1 it says "
                            + shown(new String(value, StandardCharsets.ISO_8859_1)));
        }
    }

    private static JsonNode object(String text, Order expected) {
        JsonNode json;
        try {
            json = STRICT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("The value of " + expected.orderId() + " is not JSON (" + e.getOriginalMessage()
                    + "): " + shown(text));
        }
        if (!json.isObject()) {
            throw new AssertionError("The value of " + expected.orderId() + " is JSON, but "
                    + (json.isTextual() ? "a text instead of an object (was it encoded twice?): " : "no object: ")
                    + shown(text));
        }
        return json;
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private void checkFields() {
        checkText("orderId", expected.orderId());
        checkText("customerId", expected.customerId());
        checkText("shop", expected.shop());
        checkText("item", expected.item());
        JsonNode cents = field("cents");
        if (!cents.isNumber() || cents.decimalValue().compareTo(BigDecimal.valueOf(expected.cents())) != 0) {
            throw differs("cents", cents, String.valueOf(expected.cents()));
        }
        JsonNode placedAt = field("placedAt");
        if (!placedAt.isTextual() || !isExpectedMoment(placedAt.textValue())) {
            throw differs("placedAt", placedAt, "\"" + expected.placedAt() + "\", as text in ISO-8601");
        }
    }

    private void checkText(String name, String value) {
        JsonNode field = field(name);
        if (!field.isTextual() || !field.textValue().equals(value)) {
            throw differs(name, field, "\"" + value + "\"");
        }
    }

    private boolean isExpectedMoment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().equals(expected.placedAt());
        } catch (DateTimeException e) {
            return false;
        }
    }

    private JsonNode field(String name) {
        JsonNode field = fields.get(name);
        if (field == null) {
            List<String> names = new ArrayList<>();
            fields.fieldNames().forEachRemaining(names::add);
            throw new AssertionError(
                    "The JSON of " + expected.orderId() + " has no field " + name + "; it has " + names);
        }
        return field;
    }

    private AssertionError differs(String name, JsonNode actual, String wanted) {
        return new AssertionError(
                "The JSON of " + expected.orderId() + " says " + name + ": " + actual + ", expected " + wanted);
    }
}
