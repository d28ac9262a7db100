/** Lab 2.1: your code. */
package io.kafkamastery.week02.leaderelection.starter;
