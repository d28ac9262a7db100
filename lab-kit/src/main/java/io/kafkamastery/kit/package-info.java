/** The lab kit. This package holds only what its rooms share; each room is a package of its own. */
package io.kafkamastery.kit;
