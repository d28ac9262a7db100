/**
 * The learner's own cluster: starting, ending, hurting and looking at it. Starting brokers is the kit's work; this room
 * talks to the person who asked for them.
 */
package io.kafkamastery.cli.cluster;
