/** Playing a starter's {@code main} against the learner's cluster. */
package io.kafkamastery.cli.run;
