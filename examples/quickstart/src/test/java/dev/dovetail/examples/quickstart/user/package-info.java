/** What is there before the guide adds devices. */
package dev.dovetail.examples.quickstart.user;
