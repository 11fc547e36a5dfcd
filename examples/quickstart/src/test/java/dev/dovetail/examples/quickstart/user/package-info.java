/** What is there before ARCHITECTURE.md adds devices. */
package dev.dovetail.examples.quickstart.user;
