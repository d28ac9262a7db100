/**
 * Kafka's own command-line tools, by the names they have in its {@code bin/} folder, run by their main classes in this
 * JVM. Deliberately without picocli: their options are none of this program's business.
 */
package io.kafkamastery.cli.tools;
