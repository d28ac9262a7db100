/** What makes the command start quickly: its class path and class-data archive, prepared once after each build. */
package io.kafkamastery.cli.launch;
