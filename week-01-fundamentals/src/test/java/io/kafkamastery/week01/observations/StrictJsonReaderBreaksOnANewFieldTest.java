package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.junit.jupiter.api.Test;

/** Left as it is, Jackson refuses a field that it does not know: a producer that adds one stops such readers. */
class StrictJsonReaderBreaksOnANewFieldTest {

    private static final String WITH_NEW_FIELD = "{\"orderId\":\"order-17\",\"tableNumber\":4}";

    @Test
    void aReaderWithDefaultsRefusesAFieldItDoesNotKnow() {
        assertThatThrownBy(() -> new ObjectMapper().readValue(WITH_NEW_FIELD, Known.class))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    @Test
    void aTolerantReaderIgnoresIt() throws Exception {
        ObjectMapper tolerant = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

        assertThat(tolerant.readValue(WITH_NEW_FIELD, Known.class)).isEqualTo(new Known("order-17"));
    }

    private record Known(String orderId) {}
}
