/** Lab 1.5, serialization: a binary format that can change, and a JSON serde for any type. */
package io.kafkamastery.week01.serialization;
