/** The programs of tutorial 02: nothing to solve here, they are to be read, run and changed. */
package io.kafkamastery.week01.tutorial;
