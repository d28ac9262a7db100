/** Clinics that mistreat a patient: each is caught by the criterion that it names. */
package io.kafkamastery.week01.clinic.mistakes;
