package io.kafkamastery.week02.segments;

/** How the records of a batch are compressed, in the order of the numbers that stand for it in a batch. */
public enum Codec {
    NONE,
    GZIP,
    SNAPPY,
    LZ4,
    ZSTD
}
