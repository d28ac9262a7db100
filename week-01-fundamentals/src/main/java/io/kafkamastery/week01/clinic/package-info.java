/** Lab 1.8, troubleshooting clinic: five set-ups that do not work, to be diagnosed and mended. */
package io.kafkamastery.week01.clinic;
