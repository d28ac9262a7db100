/** Lab 1.1, environment verification: look at a cluster and set up a topic with the Admin client. */
package io.kafkamastery.week01.environment;
