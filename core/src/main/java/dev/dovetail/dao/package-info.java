/**
 * The persistence SPI: a {@link dev.dovetail.dao.Dao} knows how to get and change the rows of one resource, an
 * {@link dev.dovetail.dao.AssociationDao} the links of one association; both come from a
 * {@link dev.dovetail.dao.Store}. DAOs know no scope and no rules: services do. Three stores ship, in memory, in files
 * and SQL by MyBatis; every one has to pass the same contract suite.
 */
@NullMarked
package dev.dovetail.dao;

import org.jspecify.annotations.NullMarked;
