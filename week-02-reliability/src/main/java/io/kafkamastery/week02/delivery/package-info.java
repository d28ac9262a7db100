/** Lab 2.6, delivery semantics: three ways to process orders, told apart by what a crash does to each. */
package io.kafkamastery.week02.delivery;
