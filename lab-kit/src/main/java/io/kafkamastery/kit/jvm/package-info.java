/**
 * JVMs that tests start beside their own, for code that is to be killed or that runs on a machine set up in another way.
 * Depends on nothing else in the kit.
 */
package io.kafkamastery.kit.jvm;
