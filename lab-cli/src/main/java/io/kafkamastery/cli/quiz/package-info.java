/** A week's quiz: questions on what follows from the concepts, each answer explained. */
package io.kafkamastery.cli.quiz;
