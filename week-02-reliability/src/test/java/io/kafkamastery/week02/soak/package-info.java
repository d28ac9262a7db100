/** What the soaks of this week share; each soak stands beside its lab. Stands on the kit alone. */
package io.kafkamastery.week02.soak;
