package io.kafkamastery.week01.partitioning.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.partitioning.KeyMove;
import java.util.HashSet;
import java.util.Set;

@Mistake(belief = "Kafka hashes consistently: keys move to new partitions, never between old ones", caughtBy = "1.4.c")
final class MovesKeysToNewPartitionsOnly extends Misguided {

    @Override
    public Set<KeyMove> moves(Set<String> keys, int before, int after) {
        Set<KeyMove> moves = new HashSet<>();
        for (String key : keys) {
            int to = partitionFor(key, after).getAsInt();
            if (to >= before) {
                moves.add(new KeyMove(key, partitionFor(key, before).getAsInt(), to));
            }
        }
        return moves;
    }
}
