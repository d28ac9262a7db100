package io.kafkamastery.kit.lab;

/** What the task of some labs needs, and what a grader keeps from learners' code in all others. */
public enum Permission {
    /** To read files: those that Kafka has written, for example. */
    READ_FILES
}
