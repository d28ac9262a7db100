/** Right crews in other styles: the criteria must accept them. */
package io.kafkamastery.week01.crew.alternatives;
