/**
 * The database of the telephony server: {@link dev.dovetail.examples.telephony.database.DatabaseUrl} reads what
 * {@code --db} says, {@link dev.dovetail.examples.telephony.database.Database} connects and brings the tables up to
 * date.
 */
@NullMarked
package dev.dovetail.examples.telephony.database;

import org.jspecify.annotations.NullMarked;
