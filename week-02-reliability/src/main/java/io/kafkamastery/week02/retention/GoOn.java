package io.kafkamastery.week02.retention;

/** Where a reader goes on in a partition in which the records that it should have read next were deleted. */
public enum GoOn {
    /** At the oldest record that is still there: as little as possible is missed. */
    FROM_THE_OLDEST,
    /** At the end: what is there is passed over as well, for a reader to whom only the newest matters. */
    FROM_THE_END
}
