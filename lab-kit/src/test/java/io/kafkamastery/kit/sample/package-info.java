/** A lab small enough to test the kit with: no broker, one method, and code that misbehaves in every way we know. */
package io.kafkamastery.kit.sample;
