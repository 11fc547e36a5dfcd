/** The resource that ARCHITECTURE.md adds step by step. */
package dev.dovetail.examples.quickstart.device;
