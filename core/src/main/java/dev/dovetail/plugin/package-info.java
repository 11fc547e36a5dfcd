/**
 * Puts an application together from plugins: one folder that holds everything of one resource or one association, and
 * the {@link dev.dovetail.plugin.PluginRegistry} that loads them over a store.
 */
@NullMarked
package dev.dovetail.plugin;

import org.jspecify.annotations.NullMarked;
