/** Lab 2.3, availability or consistency: what to do when nobody is left who may lead, and what it costs. */
package io.kafkamastery.week02.availability;
