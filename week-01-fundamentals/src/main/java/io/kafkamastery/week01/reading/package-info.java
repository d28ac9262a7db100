/** Lab 1.3, first consumer: read orders as a member of a group, and lose none of them. */
package io.kafkamastery.week01.reading;
