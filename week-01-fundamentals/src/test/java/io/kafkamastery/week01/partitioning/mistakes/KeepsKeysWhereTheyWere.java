package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.partitioning.KeyMove;
import java.util.Set;

@Mistake(belief = "A key keeps its partition when partitions are added", caughtBy = "1.4.c")
final class KeepsKeysWhereTheyWere extends Misguided {

    @Override
    public Set<KeyMove> moves(Set<String> keys, int before, int after) {
        return Set.of();
    }
}
