/**
 * What learners' classes may use, and a look into them before they are loaded: deny by default, sentence by sentence. Knows
 * class files and nothing of submissions or grading.
 */
package io.kafkamastery.cli.grade.inspect;
