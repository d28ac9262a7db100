/** Lab 2.8: your code. */
package io.kafkamastery.week02.scaling.starter;
