/** Lab 2.1, leader election: who leads a partition, who may, and what happens when the leader dies. */
package io.kafkamastery.week02.leaderelection;
