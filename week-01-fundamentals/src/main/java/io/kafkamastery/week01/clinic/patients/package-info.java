/** The clinic's patients: programs that run as they are, and do not work as they are set up. Nothing in here is to be changed. */
package io.kafkamastery.week01.clinic.patients;
