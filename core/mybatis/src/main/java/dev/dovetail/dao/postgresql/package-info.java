/** What only PostgreSQL's own driver can do: wait for notifications. Not exported; used where that driver is there. */
@NullMarked
package dev.dovetail.dao.postgresql;

import org.jspecify.annotations.NullMarked;
