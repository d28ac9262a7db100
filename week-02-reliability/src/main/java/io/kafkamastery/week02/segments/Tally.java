package io.kafkamastery.week02.segments;

import java.util.List;

/**
 * What a partition's log holds.
 *
 * @param dataRecords how many records that a producer sent, those of aborted transactions included
 * @param markers the control records, by ascending offset
 */
public record Tally(long dataRecords, List<Marker> markers) {

    public Tally {
        markers = List.copyOf(markers);
    }
}
