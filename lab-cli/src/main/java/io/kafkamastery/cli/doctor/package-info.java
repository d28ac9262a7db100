/** Looks whether this machine has what the course needs, and says what to do where it has not. */
package io.kafkamastery.cli.doctor;
