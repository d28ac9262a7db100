/** Lab 2.8, scaling out: a broker joins and takes its share of the replicas, and a broker leaves. */
package io.kafkamastery.week02.scaling;
