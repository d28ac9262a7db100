package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.crew.Roster;
import java.util.stream.Collectors;

@Mistake(belief = "Looking at a consumer's assignment is harmless in any thread", caughtBy = "1.6.b")
final class AsksTheConsumerFromOutside extends Misguided {

    @Override
    public Roster roster() {
        return new Roster(onDuty.values().stream()
                .collect(Collectors.toMap(member -> member.name, member -> numbers(member.consumer.assignment()))));
    }
}
