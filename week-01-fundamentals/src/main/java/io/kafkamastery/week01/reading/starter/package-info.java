/** Lab 1.3: your code. */
package io.kafkamastery.week01.reading.starter;
