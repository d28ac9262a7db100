/** Lab 1.5: your code. */
package io.kafkamastery.week01.serialization.starter;
