/** A lab's page in the terminal. Hints stay hidden here; they have a command of their own. */
package io.kafkamastery.cli.page;
