/**
 * The store in files: people can read them, edit them by hand and keep them in git.
 *
 * <pre>{@code
 * Store store = FileStore.builder(Path.of("config")).open();
 * }</pre>
 *
 * <p>A resource is kept in the file named as its collection, an association in the file named as itself, as JSON in
 * UTF-8:
 *
 * <pre>{@code
 * config/users.json                    config/user_line.json
 * {                                    {
 *   "lastKey": 2,                        "links": [
 *   "rows": [                              {"user": 1, "line": 7},
 *     {                                    {"user": 1, "line": 5},
 *       "id": 1,                           {"user": 2, "line": 5}
 *       "name": "Ann",                   ]
 *       "tags": ["sales", "north"]     }
 *     },
 *     {
 *       "id": 2,
 *       "name": "Bob",
 *       "email": "bob@example.org"
 *     }
 *   ]
 * }
 * }</pre>
 *
 * <p>Rows stand in the order of their keys, columns in the order of the record, one a line; a null is left out. So a
 * change of one value is a change of one line. {@code lastKey} is the highest key that was ever generated: it is not
 * given again once its row is deleted. Links stand in the order of the left keys, those of one left in their order;
 * where the lefts of a right are in another order than in the file, each of its links tells its place: {@code
 * "userPosition": 1}. What a link carries stands beside its sides: {@code {"queue": 1, "agent": 2, "penalty": 5}}.
 *
 * <p>The folder {@code .dovetail} beside them is the store's own, and tells git to leave it out: a lock, and what is on
 * its way. There is a file in it for each commit whose events and commands have not all been delivered; who deletes it
 * loses them.
 *
 * <h2>What is guaranteed</h2>
 *
 * <ul>
 *   <li>A commit happens whole or not at all, over all files and events, if the process is killed at any instant. New
 *       content is written beside the old one and reaches the disk (fsync), then a file that names it all is put in
 *       place by an atomic rename: from there on the commit has happened, and what is left to do is done at the next
 *       start at the latest. That holds for a failure of power too, on file systems that keep the order of renames.
 *   <li>An edit made by hand is seen by the next unit of work, and by reads within
 *       {@linkplain dev.dovetail.dao.file.FileStore.Builder#checkEvery a moment}. If it is made while a unit is
 *       running, the unit runs again. Only an edit saved in the instant between this check and the rename is lost.
 *   <li>A file that cannot be taken up is never written over. The error names file, line, column and what is expected:
 *       JSON, columns, types, nulls, keys, unique values, links to rows that are not there. Until it is mended, units
 *       are refused, and reads go on with what was read last; a store is not opened on it. Once it is mended, it is
 *       taken up.
 *   <li>One process has the directory; another one is refused, and told which has it.
 * </ul>
 *
 * <h2>What is not</h2>
 *
 * <ul>
 *   <li>A commit writes the files that it changes whole: meant for some thousand rows per resource.
 *   <li>Constraints and rules of services are not applied to what is written by hand; nobody is told of it by an event;
 *       a version is only raised by who raises it in the file.
 *   <li>What a person may leave out: columns that may be null or have a default value, and the version (1). Comments
 *       are refused, since the next commit would lose them.
 * </ul>
 */
@NullMarked
package dev.dovetail.dao.file;

import org.jspecify.annotations.NullMarked;
