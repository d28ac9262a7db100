/** The table of contents: weeks and labs, and how far the learner is. */
package io.kafkamastery.cli.list;
