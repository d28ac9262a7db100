/**
 * Compiled classes of a week, kept up to date without Maven: Maven is asked for the class path only, and only when a POM
 * or the kit has changed. Compiles into the same folders as Maven does, so that both can be used in turn.
 */
package io.kafkamastery.cli.build;
