/**
 * Commands to other daemons over HTTP: {@link dev.dovetail.http.command.HttpCommandSender} carries out what a function
 * makes of the commands of a unit of work, as a list of {@linkplain dev.dovetail.http.command.HttpCall calls}.
 */
@NullMarked
package dev.dovetail.http.command;

import org.jspecify.annotations.NullMarked;
