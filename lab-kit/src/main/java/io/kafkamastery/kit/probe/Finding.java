package io.kafkamastery.kit.probe;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Something that an audit found out about one record, or one key; {@link #sentence()} tells it to a learner. */
public sealed interface Finding {

    String sentence();

    /**
     * Acknowledged, but not there.
     *
     * @param acknowledgedAt where the broker said it was
     */
    record Lost(String id, Position acknowledgedAt) implements Finding {
        @Override
        public String sentence() {
            return id + " was acknowledged at " + acknowledgedAt + " but cannot be read any more";
        }
    }

    /**
     * There more than once.
     *
     * @param positions all of its places, two at least
     */
    record Duplicated(String id, List<Position> positions) implements Finding {

        public Duplicated {
            positions = List.copyOf(positions);
        }

        @Override
        public String sentence() {
            return id + " stands " + positions.size() + " times in the log: at "
                    + positions.stream().map(Position::toString).collect(Collectors.joining(" and at "));
        }
    }

    /**
     * Behind a record of the same key that was sent later.
     *
     * @param id the record that comes too late
     * @param overtakenBy the record that was sent later
     */
    record Reordered(String key, String id, String overtakenBy, TopicPartition partition) implements Finding {
        @Override
        public String sentence() {
            return id + " was sent before " + overtakenBy + " but stands behind it in " + partition + " (both have key "
                    + key + ")";
        }
    }

    /**
     * One key in several partitions, between which there is no order.
     *
     * @param partitions all that have records of the key, two at least
     */
    record Scattered(String key, List<TopicPartition> partitions) implements Finding {

        public Scattered {
            partitions = List.copyOf(partitions);
        }

        @Override
        public String sentence() {
            return "the records of " + key + " are spread over "
                    + partitions.stream().map(TopicPartition::toString).collect(Collectors.joining(" and "))
                    + ", and nothing keeps an order between partitions";
        }
    }

    /** The log and what was said about it contradict each other. */
    sealed interface Divergent extends Finding {

        /**
         * Another record is where this one was acknowledged.
         *
         * @param there the id that stands at that place now
         */
        record Replaced(String id, Position acknowledgedAt, String there) implements Divergent {
            @Override
            public String sentence() {
                return id + " was acknowledged at " + acknowledgedAt + ", but " + there + " stands there now";
            }
        }

        /** Nothing is where it was acknowledged, but it stands elsewhere. */
        record Moved(String id, Position acknowledgedAt, Position foundAt) implements Divergent {
            @Override
            public String sentence() {
                return id + " was acknowledged at " + acknowledgedAt + ", but stands at " + foundAt;
            }
        }

        /** Two readings disagree about what stands at one place. */
        record Contradicted(Position position, String id, String reading, String otherId, String otherReading)
                implements Divergent {
            @Override
            public String sentence() {
                return "at " + position + " stands " + id + " (" + reading + "), but also " + otherId + " ("
                        + otherReading + ")";
            }
        }
    }

    /** Reported as refused, and yet there. */
    record RefusedYetReadable(String id, String reason, Position position) implements Finding {
        @Override
        public String sentence() {
            return id + " was reported as refused (" + reason + ") but can be read at " + position;
        }
    }

    /** There, but among no attempts. */
    record NeverSent(String id, Position position) implements Finding {
        @Override
        public String sentence() {
            return id + " can be read at " + position + " but nobody sent it";
        }
    }

    /**
     * A send of which nobody knew how it ended. No fault: only looking tells.
     *
     * @param readable what looking told
     */
    record UnknownSend(String id, String reason, boolean readable) implements Finding {
        @Override
        public String sentence() {
            return "nobody was told what became of " + id + " (" + reason + "); it is "
                    + (readable ? "in the log" : "not in the log");
        }
    }
}
