/**
 * What an application calls: a {@link dev.dovetail.CRUDService} per resource, an
 * {@link dev.dovetail.AssociationService} per association. Both touch no data themselves: they coordinate DAO,
 * validation and notifier within one unit of work.
 */
@NullMarked
package dev.dovetail;

import org.jspecify.annotations.NullMarked;
