/** Lab 1.8: your code. */
package io.kafkamastery.week01.clinic.starter;
