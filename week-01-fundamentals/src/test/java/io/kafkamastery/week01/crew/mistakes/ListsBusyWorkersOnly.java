package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.crew.Roster;
import java.util.stream.Collectors;

@Mistake(belief = "A worker without partitions is not part of the group", caughtBy = "1.6.b")
final class ListsBusyWorkersOnly extends Misguided {

    @Override
    public Roster roster() {
        return new Roster(onDuty.values().stream()
                .filter(member -> !member.partitions.isEmpty())
                .collect(Collectors.toMap(member -> member.name, member -> member.partitions)));
    }
}
