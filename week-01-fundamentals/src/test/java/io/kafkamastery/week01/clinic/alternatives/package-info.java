/** Clinics that treat their patients in other ways: the criteria must accept them. */
package io.kafkamastery.week01.clinic.alternatives;
