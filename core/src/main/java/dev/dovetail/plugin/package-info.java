/**
 * Puts an application together from plugins.
 *
 * <p>A plugin is a value that holds everything of one resource or one association: its description first, then rules,
 * what is announced, and steps before and after. Nothing but the description is needed. Each method adds one thing and
 * returns a plugin that has it, so a plugin is best kept in a constant beside its description:
 *
 * <pre>{@code
 * static final ResourcePlugin<Line, String> PLUGIN = ResourcePlugin.of(LINES)
 *         .forbid("112 is for emergencies.", change -> change.value().number().equals("112"))
 *         .announcesChanges()
 *         .command(Command.of("exchange", "reload"));
 * }</pre>
 *
 * <p>The {@link dev.dovetail.plugin.PluginRegistry} loads plugins over a store and makes their services; it can leave
 * some out. Rules and steps get the {@link dev.dovetail.plugin.Services} when they run, so plugins may refer to each
 * other in any order.
 *
 * <p>A plugin adds to the resource of another by a part, {@link dev.dovetail.plugin.ResourcePlugin#extending}: an
 * association contributes rules and derived values to its two sides, which do not know it. What plugins offer one
 * another beyond that are parts of any type, found by {@link dev.dovetail.plugin.Services#plugins(Class)}.
 */
@NullMarked
package dev.dovetail.plugin;

import org.jspecify.annotations.NullMarked;
