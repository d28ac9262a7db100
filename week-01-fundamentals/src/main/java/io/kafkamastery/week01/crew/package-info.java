/** Lab 1.6: a crew of workers shares a topic as one consumer group, and a group's offsets are read and moved. */
package io.kafkamastery.week01.crew;
