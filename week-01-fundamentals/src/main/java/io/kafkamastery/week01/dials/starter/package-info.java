/** Lab 1.7: your code. */
package io.kafkamastery.week01.dials.starter;
