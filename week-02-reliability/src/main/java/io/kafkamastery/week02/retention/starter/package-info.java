/** Lab 2.4: your code. */
package io.kafkamastery.week02.retention.starter;
