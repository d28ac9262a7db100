/** Lab 2.3: your code. */
package io.kafkamastery.week02.availability.starter;
