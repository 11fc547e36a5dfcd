/**
 * Events for others over HTTP: {@link dev.dovetail.http.webhook.WebhookPublisher} posts each as a signed CloudEvent.
 */
@NullMarked
package dev.dovetail.http.webhook;

import org.jspecify.annotations.NullMarked;
