package io.kafkamastery.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.kafkamastery.kit.lab.Criterion;
import io.kafkamastery.kit.lab.Lab;
import java.util.function.Supplier;

/** Not named a test, so that only the kit's own tests run it. */
@Lab(id = "9.1", title = "Greetings")
public class GreeterLab {

    @Criterion(id = "a", value = "Greets by name", seconds = 2)
    void greetsByName(Greeter lab) {
        assertThat(lab.greet("Ada")).as("the greeting of Ada").isEqualTo("Hello Ada");
    }

    @Criterion(id = "b", value = "Greets each time anew", seconds = 2)
    void greetsEachTimeAnew(Supplier<Greeter> lab) {
        assertThat(lab.get()).isNotSameAs(lab.get());
    }
}
