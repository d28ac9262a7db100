/** Lab 2.6: your code. */
package io.kafkamastery.week02.delivery.starter;
