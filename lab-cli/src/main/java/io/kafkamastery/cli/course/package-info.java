/**
 * The course as it lies on disk: weeks, labs, and what their pages say. Reads files only; runs nothing, and depends on
 * nothing but the kit's words for criteria.
 */
package io.kafkamastery.cli.course;
