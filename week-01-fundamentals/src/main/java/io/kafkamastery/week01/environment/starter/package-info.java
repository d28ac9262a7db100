/** Lab 1.1: your code. */
package io.kafkamastery.week01.environment.starter;
