package io.kafkamastery.week02.delivery;

/** What a processor of orders promises, whenever it may crash. */
public enum Guarantee {

    /** No order takes effect twice. After a crash some may never take effect. */
    AT_MOST_ONCE,

    /** Every order takes effect. After a crash some may do so twice. */
    AT_LEAST_ONCE,

    /** Every order takes effect, and none twice. */
    EFFECTIVELY_ONCE
}
