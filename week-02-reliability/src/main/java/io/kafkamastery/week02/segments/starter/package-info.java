/** Lab 2.7: your code. */
package io.kafkamastery.week02.segments.starter;
