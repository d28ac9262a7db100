/** Right publishers in other styles than the solution's: the criteria have to accept them. */
package io.kafkamastery.week01.publishing.alternatives;
