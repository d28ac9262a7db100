/** Completion of this command's words by the Tab key, in bash and zsh. */
package io.kafkamastery.cli.completion;
