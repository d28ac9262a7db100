/** Hints, from a nudge to nearly the answer: one level more at each call, so that nobody reads further than they want. */
package io.kafkamastery.cli.hint;
