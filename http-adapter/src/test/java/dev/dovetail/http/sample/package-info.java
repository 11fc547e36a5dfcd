/**
 * An application for the tests: phones and teams of tenants, with everything that the adapter has to show and to read.
 */
package dev.dovetail.http.sample;
