/** The resource that the guide adds step by step. */
package dev.dovetail.examples.quickstart.device;
